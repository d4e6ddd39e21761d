import { createSign, generateKeyPairSync, randomBytes, type KeyObject } from 'node:crypto'

// A certificate is a few nested DER values, and node signs but does not write them: no program has to be installed for it.
const der = (tag: number, ...parts: Buffer[]): Buffer => {
  const content = Buffer.concat(parts)
  const { length } = content
  let size = [length]
  if (length > 0xff) size = [0x82, length >> 8, length & 0xff]
  else if (length > 0x7f) size = [0x81, length]
  return Buffer.concat([Buffer.of(tag, ...size), content])
}
const sequence = (...parts: Buffer[]) => der(0x30, ...parts)
const objectId = (hex: string) => der(0x06, Buffer.from(hex, 'hex'))
const utcTime = (date: Date) =>
  der(0x17, Buffer.from(`${date.toISOString().slice(2, 19).replaceAll(/[-:T]/g, '')}Z`))

const ecdsaWithSha256 = sequence(objectId('2a8648ce3d040302'))
const commonName = '550403'
const subjectAltName = '551d11'
const basicConstraints = '551d13'
const day = 86_400_000
const isTrue = der(0x01, Buffer.of(0xff))

interface CertificateOptions {
  /** Days from now on which it is valid; by default from yesterday until tomorrow. */
  from?: number
  until?: number
  /** Who signs it; it does so itself where absent. */
  authority?: Certificate
}

export interface Certificate {
  certificate: string
  key: string
  /** Its name and key, as it signs others with them. */
  signer: { existing: Buffer; privateKey: KeyObject }
}

/** A TLS certificate of one name with its key, both as PEM. It may sign others. */
export const makeCertificate = (
  name: string,
  { from = -1, until = 1, authority }: CertificateOptions = {},
): Certificate => {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const existing = sequence(der(0x31, sequence(objectId(commonName), der(0x0c, Buffer.from(name)))))
  const signer = authority?.signer ?? { existing, privateKey }
  // A set first bit would make the serial number negative.
  const serial = randomBytes(8)
  serial.writeUInt8(1)
  const extension = (id: string, ...value: Buffer[]) =>
    sequence(objectId(id), der(0x04, sequence(...value)))
  const time = (days: number) => utcTime(new Date(Date.now() + days * day))
  const signed = sequence(
    der(0xa0, der(0x02, Buffer.of(2))),
    der(0x02, serial),
    ecdsaWithSha256,
    signer.existing,
    sequence(time(from), time(until)),
    existing,
    publicKey.export({ type: 'spki', format: 'der' }),
    der(
      0xa3,
      sequence(
        extension(subjectAltName, der(0x82, Buffer.from(name))),
        extension(basicConstraints, isTrue),
      ),
    ),
  )
  const signature = createSign('sha256').update(signed).sign(signer.privateKey)
  const certificate = sequence(signed, ecdsaWithSha256, der(0x03, Buffer.of(0), signature))
  const lines = certificate.toString('base64').replaceAll(/.{1,64}/g, '$&\n')
  return {
    certificate: `-----BEGIN CERTIFICATE-----\n${lines}-----END CERTIFICATE-----\n`,
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    signer: { existing, privateKey },
  }
}
