import { valueSecretId } from '../servers/upstream/model'
import { runScript } from './server-process'

const created = JSON.stringify({
  id: valueSecretId,
  created_at: '2026-01-05T08:00:00.000000Z',
  key: 'BENCH',
  scope: 'PROJECT',
  variable_type: 'ALIAS',
  description: null,
  enable_interpolation_in_file: false,
})

/**
 * An API that creates nothing and says so at once, or after so many milliseconds. In a process of its own and with nothing
 * but what HTTP needs: whatever it took itself would hide what stands in front of it.
 */
export const startBareUpstream = (delay: number) =>
  runScript(`
    const body = ${JSON.stringify(created)}
    const headers = {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      'x-request-id': 'bench',
    }
    const server = require('node:http').createServer((request, response) => {
      const answer = () => response.writeHead(201, headers).end(body)
      request.resume()
      request.on('end', () => (${delay} > 0 ? setTimeout(answer, ${delay}) : answer()))
    })
    server.listen(0, '127.0.0.1', () => process.stdout.write(String(server.address().port)))
  `)
