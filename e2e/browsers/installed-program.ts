import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

/**
 * The first of these programs that runs, installed by apt where that is allowed; undefined where there is none to be had.
 * @param trial arguments with which it ends at once, and well.
 * @param debianPackage which brings it.
 */
export const installedProgram = (
  programs: readonly string[],
  trial: readonly string[],
  debianPackage: string,
): string | undefined => {
  const installed = () => programs.find((program) => spawnSync(program, trial).status === 0)
  const found = installed()
  if (found !== undefined) return found
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined
  apt('update')
  apt('install', '-y', '--no-install-recommends', debianPackage)
  return installed()
}

const apt = (...args: string[]) => spawnSync('apt-get', ['-qq', ...args])
