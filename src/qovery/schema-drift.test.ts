import type {
  APIVariableScopeEnum,
  APIVariableTypeEnum,
  Key,
  LinkedServiceTypeEnum,
  Organization as OfficialOrganization,
  Project as OfficialProject,
  Secret as OfficialSecret,
  SecretAlias,
  SecretEditRequest,
  SecretOverride,
} from 'qovery-typescript-axios'
import { expectTypeOf, test } from 'vitest'
import type {
  CreateAliasRequest,
  EditSecretRequest,
  knownScopes,
  knownServiceTypes,
  knownVariableTypes,
  LinkedSecret,
  Organization,
  Project,
  Secret,
} from './schema'

// Types alone: the compiler holds them, and a difference fails the check before any test runs.

/** Fields and their types without what is looser on purpose: absence, null, and enumerations that are left open. */
type Plain<T> = T extends string
  ? string
  : T extends object
    ? { [Name in keyof T]-?: Plain<NonNullable<T[Name]>> }
    : T
/** The same of an answer of ours, without what it says of its own reading. */
type Decoded<T> = Plain<Unmarked<T>>
type Unmarked<T> = T extends string
  ? T
  : T extends object
    ? { [Name in keyof T as Exclude<Name, 'unread'>]: Unmarked<T[Name]> }
    : T
/** What JSON can carry of an object: absence, but no undefined. */
type Sent<T> = { [Name in keyof T]: Exclude<T[Name], undefined> }

test('answers have the fields of the official client, of the same types', () => {
  expectTypeOf<Decoded<Secret>>().toEqualTypeOf<Plain<OfficialSecret>>()
  expectTypeOf<Decoded<LinkedSecret>>().toEqualTypeOf<Plain<SecretAlias>>()
  expectTypeOf<Decoded<LinkedSecret>>().toEqualTypeOf<Plain<SecretOverride>>()
  expectTypeOf<Decoded<Project>>().toEqualTypeOf<
    Plain<Pick<OfficialProject, keyof Decoded<Project>>>
  >()
  expectTypeOf<Decoded<Organization>>().toEqualTypeOf<
    Plain<Pick<OfficialOrganization, keyof Decoded<Organization>>>
  >()
})

/** An official answer as it is decoded: what it leaves out is null. */
type Filled<T> = T extends string
  ? T
  : T extends object
    ? { [Name in keyof T]-?: Filled<Exclude<T[Name], undefined>> | Missing<T, Name> }
    : T
type Missing<T, Name extends keyof T> = undefined extends T[Name] ? null : never

test('every answer that the official client describes is one of ours once what it lacks is null', () => {
  expectTypeOf<Filled<OfficialSecret>>().toExtend<Secret>()
  expectTypeOf<Filled<SecretAlias>>().toExtend<LinkedSecret>()
  expectTypeOf<Filled<SecretOverride>>().toExtend<LinkedSecret>()
  expectTypeOf<Filled<OfficialProject>>().toExtend<Project>()
  expectTypeOf<Filled<OfficialOrganization>>().toExtend<Organization>()
})

test('requests are those of the official client', () => {
  expectTypeOf<Sent<CreateAliasRequest>>().toEqualTypeOf<Sent<Key>>()
  expectTypeOf<Sent<EditSecretRequest>>().toEqualTypeOf<Sent<SecretEditRequest>>()
})

test('enumerations have the official members, none missing and none extra', () => {
  expectTypeOf<(typeof knownScopes)[number]>().toEqualTypeOf<APIVariableScopeEnum>()
  expectTypeOf<(typeof knownVariableTypes)[number]>().toEqualTypeOf<APIVariableTypeEnum>()
  expectTypeOf<(typeof knownServiceTypes)[number]>().toEqualTypeOf<LinkedServiceTypeEnum>()
})
