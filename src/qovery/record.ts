import * as z from 'zod/mini'

/** A field that may be absent, which is null. */
export const optional = <Schema extends z.core.SomeType>(schema: Schema) =>
  z.pipe(
    z.optional(z.nullable(schema)),
    z.transform((value) => value ?? null),
  )

/** A field that is only shown: null where it is absent or not as described, so that it takes nothing else along. */
export const shown = <Schema extends z.core.SomeType>(schema: Schema) =>
  // oxlint-disable-next-line promise/valid-params -- no promise: a schema with a value in the place of what it refuses
  z.catch(z.nullable(schema), null)

/** Names of the fields that are null because they were not as described; absent where there are none. */
interface PartlyRead {
  unread?: readonly string[]
}

/** An object of an answer, which names those of its {@link shown} fields that were not as described. */
export const record = <Schema extends z.ZodMiniObject>(schema: Schema) =>
  z.pipe(
    z.unknown(),
    z.transform((value, context): z.output<Schema> & PartlyRead => {
      const read = z.safeParse(schema, value)
      if (!read.success) {
        context.issues.push({ code: 'custom', input: value, message: 'It is not as described.' })
        return z.NEVER
      }
      const fields: Record<string, unknown> = read.data
      const unread = Object.keys(fields).filter(
        (name) => fields[name] === null && says(value, name),
      )
      return unread.length === 0 ? read.data : { ...read.data, unread }
    }),
  )

const says = (value: unknown, name: string) =>
  typeof value === 'object' && value !== null && (Reflect.get(value, name) ?? null) !== null
