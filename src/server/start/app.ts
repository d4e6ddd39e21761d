import type { IncomingMessage, ServerResponse } from 'node:http'
import { createApi, type ApiOptions } from '../api/api'
import type { Assets } from '../page/assets'
import { crashReport } from '../http/crash-report'
import type { IndexPages } from '../page/index-page'
import { answerPage } from '../page/pages'
import { send, textReply, type HeaderList, type Reply } from '../http/reply'

interface AppOptions extends ApiOptions {
  /** Put on every response. */
  policy: HeaderList
  /** Undefined while Vite serves the page itself. */
  page: { assets: Assets; index: IndexPages } | undefined
}

/** The whole server behind the guards of Host and target: see the listener. */
export const createApp = ({ policy, page, ...options }: AppOptions) => {
  const api = createApi(options)

  const replyTo = (request: IncomingMessage): Promise<Reply | undefined> | Reply => {
    const [path = ''] = (request.url ?? '').split('?', 1)
    if (isApi(path)) return api(request, path)
    return page === undefined ? nothingHere() : answerPage(request, path, page)
  }

  return async (request: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    try {
      const reply = await replyTo(request)
      if (reply === undefined) request.socket.destroy()
      else send(outgoing, reply, policy)
    } catch (error) {
      options.log(crashReport(error))
      if (outgoing.headersSent) request.socket.destroy()
      else send(outgoing, textReply(500, 'The console’s server failed.'), policy)
    }
  }
}

const isApi = (path: string) => path === '/api' || path.startsWith('/api/')

const nothingHere = () => textReply(404, 'There is nothing at this address.')
