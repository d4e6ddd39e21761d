/** A setting's host as a URL has it: an address of IPv6 in brackets, and without its zone, which no URL names. */
export const urlHost = (host: string): string =>
  host.includes(':') ? `[${withoutZone(host)}]` : host

/** An address without the network that it is meant in, as `%eth0` behind it says. Source: RFC 4007, section 11. */
export const withoutZone = (address: string): string => address.replace(/%.*$/, '')
