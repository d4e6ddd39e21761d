import type {
  APIVariableScopeEnum,
  APIVariableTypeEnum,
  Environment as OfficialEnvironment,
  EnvironmentModeEnum,
  Key,
  LinkedServiceTypeEnum,
  Organization as OfficialOrganization,
  Project as OfficialProject,
  Secret as OfficialSecret,
  SecretAlias,
  SecretEditRequest,
  SecretOverride,
  SecretRequest,
  ServiceLightResponse,
  ServiceTypeEnum,
  Value,
  VariableAliasRequest,
  VariableEditRequest,
  VariableOverrideRequest,
  VariableRequest,
} from 'qovery-typescript-axios'
import { expectTypeOf, test } from 'vitest'
import type {
  CreateOverrideRequest,
  CreateSecretRequest,
  CreateVariableAliasRequest,
  CreateVariableOverrideRequest,
  CreateVariableRequest,
  EditVariableRequest,
  Environment,
  knownModes,
  knownServiceKinds,
  Service,
} from './owner-schema'
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

test('environments and services have fields of the official client, of the same types', () => {
  expectTypeOf<Decoded<Environment>>().toEqualTypeOf<
    Plain<Pick<OfficialEnvironment, keyof Decoded<Environment>>>
  >()
  type Light = Omit<Decoded<Service>, 'created_at'>
  expectTypeOf<Light>().toEqualTypeOf<Plain<Pick<ServiceLightResponse, keyof Light>>>()
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
  expectTypeOf<Sent<CreateSecretRequest>>().toEqualTypeOf<Sent<SecretRequest>>()
  expectTypeOf<Sent<CreateOverrideRequest>>().toEqualTypeOf<Sent<Value>>()
  expectTypeOf<Sent<CreateVariableAliasRequest>>().toEqualTypeOf<Sent<VariableAliasRequest>>()
  expectTypeOf<Sent<CreateVariableOverrideRequest>>().toEqualTypeOf<Sent<VariableOverrideRequest>>()
  // What links a secret manager is not the console's to set.
  type Manager = 'secret_manager_access_id'
  expectTypeOf<Sent<CreateVariableRequest>>().toEqualTypeOf<Sent<Omit<VariableRequest, Manager>>>()
  expectTypeOf<Sent<EditVariableRequest>>().toEqualTypeOf<
    Sent<Omit<VariableEditRequest, Manager>>
  >()
})

test('enumerations have the official members, none missing and none extra', () => {
  expectTypeOf<(typeof knownScopes)[number]>().toEqualTypeOf<APIVariableScopeEnum>()
  expectTypeOf<(typeof knownVariableTypes)[number]>().toEqualTypeOf<APIVariableTypeEnum>()
  expectTypeOf<(typeof knownServiceTypes)[number]>().toEqualTypeOf<LinkedServiceTypeEnum>()
  expectTypeOf<(typeof knownModes)[number]>().toEqualTypeOf<EnvironmentModeEnum>()
  expectTypeOf<(typeof knownServiceKinds)[number]>().toEqualTypeOf<ServiceTypeEnum>()
})
