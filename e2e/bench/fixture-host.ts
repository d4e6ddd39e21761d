import { createServer, type ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import { setTimeout as wait } from 'node:timers/promises'
import { brotliCompressSync } from 'node:zlib'
import { exampleId } from '../pages/alias-form'
import { listen } from '../http/listen'
import { buildFixture, styleHashes } from './fixture-pages'
import { median } from './statistics'

export type FixtureHost = Awaited<ReturnType<typeof startFixtureHost>>

/**
 * Serves a page of this folder the way the console is served: same protocol, compression and strict headers. Its API gives the
 * answer that the console's sandbox gives, after the time that this one takes for it.
 */
export const startFixtureHost = async (name: 'floor' | 'plain', consoleUrl: string) => {
  const { html, files } = await buildFixture(name)
  const headers = await strictHeaders(consoleUrl, styleHashes(html))
  const creation = await sampleCreation(consoleUrl)
  const index = brotliCompressSync(html)

  const send = (response: ServerResponse, type: string, cached: string, brotli: Buffer) =>
    response
      .writeHead(200, {
        ...headers,
        'content-type': `${type}; charset=utf-8`,
        'content-encoding': 'br',
        'content-length': brotli.length,
        'cache-control': cached,
      })
      .end(brotli)

  const server = createServer({ keepAliveTimeout: 65_000 }, (request, response) => {
    const { method, url = '/' } = request
    if (method === 'POST') {
      void Promise.all([text(request), wait(creation.milliseconds)]).then(([sent]) =>
        response
          .writeHead(201, { ...headers, 'content-type': 'application/json' })
          .end(creation.body.replaceAll(creation.key, keyIn(sent))),
      )
      return
    }
    const file = files.get(url)
    if (file !== undefined) {
      send(response, file.type, 'public, max-age=31536000, immutable', file.brotli)
    } else if (url === '/') send(response, 'text/html', 'no-store', index)
    // Browsers with a window ask for an icon.
    else response.writeHead(204, headers).end()
  })
  const port = await listen(server)
  return {
    url: `http://127.0.0.1:${port}`,
    html,
    close: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}

/** The console's own policy, in which the page's own style, if it has one, takes the place of the console's. */
const strictHeaders = async (consoleUrl: string, hashes: string) => {
  const answer = await fetch(consoleUrl)
  await answer.text()
  const ofThisAnswer =
    /^(?:content-(?!security)|x-console|date|connection|keep-alive|transfer|vary|cache)/
  const passedOn = [...answer.headers].filter(([name]) => !ofThisAnswer.test(name))
  const policy = answer.headers.get('content-security-policy') ?? ''
  if (!policy.includes('style-src')) throw new Error('The console has no policy for styles.')
  return {
    ...Object.fromEntries(passedOn),
    'content-security-policy': policy.replace(/style-src [^;]*/, `style-src 'self' ${hashes}`),
  }
}

/** What the sandbox answers to a creation, and in how many milliseconds. */
const sampleCreation = async (consoleUrl: string) => {
  const times: number[] = []
  let [key, body] = ['', '']
  for (let nth = 0; nth < 9; nth += 1) {
    const began = performance.now()
    key = `BENCH_${crypto.randomUUID().replaceAll('-', '_')}`
    const answer = await fetch(`${consoleUrl}/api/project/${exampleId}/secret/${exampleId}/alias`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: 'Token qov_sandbox' },
      body: JSON.stringify({ key }),
    })
    body = await answer.text()
    times.push(performance.now() - began)
    if (answer.status !== 201) throw new Error(`The sandbox answered ${answer.status}: ${body}`)
  }
  return { key, body, milliseconds: median(times) }
}

const keyIn = (sent: string) => /"key":"(\w+)"/.exec(sent)?.[1] ?? ''
