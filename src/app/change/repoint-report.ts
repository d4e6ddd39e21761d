import type { Repointing, Why } from '../outcome/repoint'
import type { RepointPlan } from '../outcome/repoint-plan'
import { refusal, type Report } from './report'
import { nameInText } from '../ui/name'

/** Where a re-pointing stands now that it ended. `peer` is who was asked. */
export const repointReport = (ended: Repointing, plan: RepointPlan, peer: string): Report => {
  const [alias, from, to] = [plan.alias, plan.from, plan.to].map(({ key }) => nameInText(key))
  switch (ended.kind) {
    case 'repointed':
      return {
        tone: 'ok',
        title: `${alias} points at ${to} now`,
        text: `It pointed at ${from} before. It has a new ID, and takes effect at the next deployment.`,
        link: linkTo(ended.secret.id, plan),
      }
    case 'untouched':
      return {
        tone: 'warning',
        title: `${alias} was not changed`,
        text: `${whyUntouched(ended.why, plan, peer)} Nothing was deleted or created.`,
      }
    case 'kept':
      return {
        tone: 'warning',
        title: `${alias} is still there`,
        text: `${whyUntouched(ended.why, plan, peer)} Nothing was created, and nothing was deleted so far. But a deletion whose answer was lost may still take effect, so this is remembered in this browser: going on looks first, and makes nothing twice.`,
      }
    case 'restored':
      return {
        tone: 'warning',
        title: `${alias} points at ${from} again`,
        text: `It was deleted, but could not be made again with the new target.${because(ended.error, peer)} So it was made again as it was, under a new ID.`,
        link: linkTo(ended.secret.id, plan),
        error: ended.error,
      }
    case 'taken':
      return {
        tone: 'danger',
        title: `Somebody else took the name ${alias}`,
        text: `The old alias was deleted, and before the new one was made the name was given to a secret of scope ${ended.holder.scope}. Nothing more was changed; look at it before you decide.`,
        link: linkTo(ended.holder.id, plan),
      }
    case 'missing':
      return {
        tone: 'danger',
        title: `${alias} does not exist now`,
        text: `It was deleted, and could be made neither with the new target nor with the old one.${because(ended.error, peer)} Try again brings it back as it was.`,
        error: ended.error,
      }
    case 'unknown':
      return {
        tone: 'danger',
        title: 'Outcome unknown',
        text: `${stages[ended.stage]} The answer was lost, and ${ended.why === 'list' ? 'the list' : 'what the list says of it'} cannot be read either. Go on when ${peer} can be reached; this is remembered in this browser.`,
      }
  }
}

const linkTo = (id: string, { projectId, alias }: RepointPlan) => ({
  href: `/project/${projectId}/secret/${id}`,
  label: `Open ${nameInText(alias.key)}`,
})

const stages: Record<RepointPlan['stage'], string> = {
  deleting: 'The old alias was to be deleted.',
  creating: 'The old alias is deleted, and the new one was to be made.',
  restoring: 'The old alias is deleted, and was to be brought back.',
}

const because = (error: Parameters<typeof refusal>[0] | undefined, peer: string) =>
  error === undefined ? '' : ` ${refusal(error, peer)}`

const whyUntouched = (why: Why, { alias, to }: RepointPlan, peer: string) => {
  if (why === 'no-target') return `${nameInText(to.key)} is no longer in the project’s list.`
  if (why === 'unreadable-target')
    return `What the list says of ${nameInText(to.key)} could not be read.`
  switch (why.kind) {
    case 'gone':
      return `Somebody else deleted ${nameInText(alias.key)}.`
    case 'changed':
      return 'Somebody else changed its name or what it points at.'
    case 'more':
      return 'Something depends on it that would go with it.'
    case 'unreadable':
      return `What the list says of ${nameInText(alias.key)} could not be read, or not in full.`
    case 'kept':
      return 'The answer was lost, and the list still shows it as it was.'
    case 'unread':
    case 'refused':
      return refusal(why.error, peer)
  }
}
