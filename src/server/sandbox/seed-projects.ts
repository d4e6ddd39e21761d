export const organization = {
  id: 'e86ecfc8-58e9-4481-a728-57fa6d40e31c',
  created_at: '2025-01-20T08:15:42.610385Z',
  name: 'Larkspur Outfitters',
}

/** Its id is the one that Qovery's documentation uses as an example, so that the documented call works here as it stands. */
export const payments = {
  id: '3c90c3cc-0d44-4b50-8888-8dd25736052a',
  created_at: '2025-02-11T09:08:12.701344Z',
  name: 'payments',
  description: 'Checkout, refunds and settlement',
}

export const storefront = {
  id: '0211a0bc-3ea1-42d4-a114-84875613268f',
  created_at: '2025-03-31T12:58:20.337912Z',
  name: 'storefront',
  description: 'Shop and search',
}
