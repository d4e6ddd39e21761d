/** What owns secrets. Today a project: an environment or a service is one more kind. */
export interface Owner {
  kind: 'project'
  id: string
}

export const projectOwner = (id: string): Owner => ({ kind: 'project', id: id.toLowerCase() })
