import { createHash, createSign, generateKeyPairSync, randomUUID } from 'node:crypto'
import http from 'node:http'
import type { AddressInfo } from 'node:net'

export type IdentityProvider = {
  issuer: string
  person: { email: string; name: string; sub: string }
  stop: () => Promise<void>
}

const base64url = (value: string | Buffer) => Buffer.from(value).toString('base64url')

/** An OpenID Connect provider (discovery, authorization code with PKCE, RS256 id tokens) that vouches for one person. */
export async function startIdentityProvider(): Promise<IdentityProvider> {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const keyId = randomUUID()
  const codes = new Map<string, { nonce: string | null; challenge: string | null; clientId: string }>()
  const provider = { issuer: '', person: { email: 'grace@example.org', name: 'Grace', sub: 'grace-1' } }

  const idToken = (clientId: string, nonce: string | null) => {
    const now = Math.floor(Date.now() / 1000)
    const head = base64url(JSON.stringify({ alg: 'RS256', kid: keyId, typ: 'JWT' }))
    const claims = {
      iss: provider.issuer,
      aud: clientId,
      iat: now,
      exp: now + 300,
      ...provider.person,
      email_verified: true,
      ...(nonce && { nonce }),
    }
    const unsigned = `${head}.${base64url(JSON.stringify(claims))}`
    return `${unsigned}.${base64url(createSign('RSA-SHA256').update(unsigned).sign(privateKey))}`
  }

  const server = http.createServer((request, response) => {
    const url = new URL(request.url ?? '/', provider.issuer)
    const json = (body: unknown, status = 200) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
    switch (url.pathname) {
      case '/.well-known/openid-configuration':
        return json({
          issuer: provider.issuer,
          authorization_endpoint: `${provider.issuer}/authorize`,
          token_endpoint: `${provider.issuer}/token`,
          userinfo_endpoint: `${provider.issuer}/userinfo`,
          jwks_uri: `${provider.issuer}/keys`,
          response_types_supported: ['code'],
          subject_types_supported: ['public'],
          id_token_signing_alg_values_supported: ['RS256'],
          code_challenge_methods_supported: ['S256'],
        })
      case '/keys':
        return json({
          keys: [{ ...publicKey.export({ format: 'jwk' }), kid: keyId, alg: 'RS256', use: 'sig' }],
        })
      case '/authorize': {
        const code = randomUUID()
        const { searchParams } = url
        codes.set(code, {
          nonce: searchParams.get('nonce'),
          challenge: searchParams.get('code_challenge'),
          clientId: searchParams.get('client_id') ?? '',
        })
        const back = new URL(searchParams.get('redirect_uri') ?? '')
        back.searchParams.set('code', code)
        back.searchParams.set('state', searchParams.get('state') ?? '')
        return response.writeHead(302, { location: back.href }).end()
      }
      case '/token': {
        let body = ''
        request.on('data', (chunk: Buffer) => {
          body += chunk.toString()
        })
        return request.on('end', () => {
          const form = new URLSearchParams(body)
          const asked = codes.get(form.get('code') ?? '')
          const verifier = createHash('sha256')
            .update(form.get('code_verifier') ?? '')
            .digest('base64url')
          if (!asked || asked.challenge !== verifier) return json({ error: 'invalid_grant' }, 400)
          const id_token = idToken(asked.clientId, asked.nonce)
          return json({ access_token: randomUUID(), token_type: 'Bearer', expires_in: 300, id_token })
        })
      }
      case '/userinfo':
        return json({ ...provider.person, email_verified: true })
      default:
        return json({ error: 'not_found' }, 404)
    }
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', () => resolve()))
  provider.issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return Object.assign(provider, {
    stop: () =>
      new Promise<void>(resolve => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  })
}
