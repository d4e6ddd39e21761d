import { spawn, type ChildProcess } from 'node:child_process'
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { installedProgram } from '../browsers/installed-program'

interface NginxOptions {
  program: string
  name: string
  port: number
  pair: { certificate: string; key: string }
  backends: number[]
}

// Debian keeps it out of an ordinary user's PATH.
export const findNginx = () => installedProgram(['nginx', '/usr/sbin/nginx'], ['-v'], 'nginx-light')

/** Runs README's configuration: only its ports, its name and its files are put in place. */
export const startNginx = async (options: NginxOptions) => {
  const { program, port, pair } = options
  const folder = await mkdtemp(join(tmpdir(), 'alias-console-nginx-'))
  // The workers run as another user and have to reach their own folders in it.
  await chmod(folder, 0o755)
  const template = await readFile(join(import.meta.dirname, 'nginx.conf'), 'utf8')
  await Promise.all([
    writeFile(join(folder, 'certificate.pem'), pair.certificate),
    writeFile(join(folder, 'key.pem'), pair.key, { mode: 0o600 }),
    writeFile(join(folder, 'nginx.conf'), wrap(folder, putInPlace(template, folder, options))),
  ])
  const child = spawn(program, ['-p', folder, '-c', join(folder, 'nginx.conf'), '-e', 'stderr'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let complaints = ''
  child.stderr.on('data', (chunk) => {
    complaints += String(chunk)
  })
  const ended = new Promise<void>((resolve) => {
    child.on('close', () => resolve())
  })
  if (!(await startedUp(child, port))) throw new Error(`nginx did not start: ${complaints}`)
  return {
    close: async () => {
      child.kill('SIGTERM')
      await ended
      await rm(folder, { recursive: true, force: true })
    },
  }
}

const putInPlace = (template: string, folder: string, { name, port, backends }: NginxOptions) => {
  const replaced = (text: string, old: string, value: string) => {
    // The lines that README quotes must be the ones that were tried.
    if (!text.includes(old)) throw new Error(`nginx.conf has no "${old}"`)
    return text.replaceAll(old, value)
  }
  let text = replaced(template, 'listen 443 ssl', `listen 127.0.0.1:${port} ssl`)
  text = replaced(text, '/etc/ssl/console.example.test.pem', join(folder, 'certificate.pem'))
  text = replaced(text, '/etc/ssl/console.example.test.key', join(folder, 'key.pem'))
  text = replaced(text, 'console.example.test', name)
  text = replaced(text, '127.0.0.1:4180;', `127.0.0.1:${backends[0]};`)
  return replaced(text, '127.0.0.1:4181;', `127.0.0.1:${backends[1]};`)
}

const wrap = (folder: string, lines: string) => {
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (kind) => `${kind}_temp_path ${join(folder, kind)};`,
  )
  return `daemon off;
worker_processes 1;
pid ${join(folder, 'pid')};
events {}
http {
access_log off;
${temporary.join('\n')}
${lines}}
`
}

const startedUp = async (child: ChildProcess, port: number): Promise<boolean> => {
  if (await accepts(port)) return true
  if (child.exitCode !== null) return false
  await wait(25)
  return startedUp(child, port)
}

const accepts = (port: number) =>
  new Promise<boolean>((resolve) => {
    const socket = connect(port, '127.0.0.1')
    socket.on('error', () => resolve(false))
    socket.on('connect', () => {
      socket.destroy()
      resolve(true)
    })
  })
