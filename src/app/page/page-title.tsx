import { setting } from '../data/setting'

const mode = setting.mode === 'sandbox' ? 'Sandbox' : 'Live'

/** The title of a page, with the mode in it: a tab must say by itself whether it is the real thing. */
export const PageTitle = ({ children }: { children: string }) => (
  <title>{`${children} · ${mode} · Alias Console`}</title>
)
