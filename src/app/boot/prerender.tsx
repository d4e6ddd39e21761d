import { prerender } from 'react-dom/static'
import { Router } from 'wouter'
import { App } from '../shell/app'
import { loadRuntime } from '../create/load-runtime'
import css from '../ui/first.css?inline'

/** The styles that stand in every page. */
export const styles: string = css

/** The form's page as HTML, as a browser draws it before it knows anything of its visitor. Runs in the build, and ends it where a part cannot be drawn. */
export const prerenderForm = async (): Promise<string> => {
  // What a browser fetches later is drawn as well.
  loadRuntime()
  const faults: unknown[] = []
  const { prelude } = await prerender(
    <Router ssrPath="/">
      <App />
    </Router>,
    {
      onError: (fault) => void faults.push(fault),
      // In one piece: a part that comes in one of its own is put in its place by a script, which the policy forbids.
      progressiveChunkSize: Number.MAX_SAFE_INTEGER,
    },
  )
  // React leaves such a part to the browser, where every visit would report it.
  if (faults.length > 0) throw new AggregateError(faults, 'The form could not be prerendered.')
  const html = await new Response(prelude).text()
  if (html.includes('<script')) throw new Error('The prerendered form holds a script.')
  return html
}
