import type { ServiceNode } from '../queries/project-tree'

const typeWords: Readonly<Record<string, string>> = {
  APPLICATION: 'application',
  CONTAINER: 'container',
  HELM: 'Helm chart',
  TERRAFORM: 'Terraform',
  AGENTIC_WORKFLOW: 'agentic workflow',
  DATABASE: 'database',
  ARGOCD_APP: 'ArgoCD app',
}
const jobWords: Readonly<Record<string, string>> = { CRON: 'cron job', LIFECYCLE: 'lifecycle job' }

/** What a service is, in words; a type that nobody knows yet as Qovery calls it. */
export const typeText = ({ service: { service_type: type, job_type: job } }: ServiceNode): string =>
  type === 'JOB' ? (jobWords[job ?? ''] ?? 'job') : (typeWords[type] ?? type)
