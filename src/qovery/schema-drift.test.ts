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
/** What JSON can carry of an object: absence, but no undefined. */
type Sent<T> = { [Name in keyof T]: Exclude<T[Name], undefined> }

test('answers have the fields of the official client, of the same types', () => {
  expectTypeOf<Plain<Secret>>().toEqualTypeOf<Plain<OfficialSecret>>()
  expectTypeOf<Plain<LinkedSecret>>().toEqualTypeOf<Plain<SecretAlias>>()
  expectTypeOf<Plain<LinkedSecret>>().toEqualTypeOf<Plain<SecretOverride>>()
  expectTypeOf<Plain<Project>>().toEqualTypeOf<Plain<Pick<OfficialProject, keyof Project>>>()
  expectTypeOf<Plain<Organization>>().toEqualTypeOf<
    Plain<Pick<OfficialOrganization, keyof Organization>>
  >()
})

test('every answer that the official client describes is one of ours', () => {
  expectTypeOf<OfficialSecret>().toExtend<Secret>()
  expectTypeOf<SecretAlias>().toExtend<LinkedSecret>()
  expectTypeOf<SecretOverride>().toExtend<LinkedSecret>()
  expectTypeOf<OfficialProject>().toExtend<Project>()
  expectTypeOf<OfficialOrganization>().toExtend<Organization>()
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
