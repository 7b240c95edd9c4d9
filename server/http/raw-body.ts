import express, { type Request, type Response } from 'express'

/**
 * The bytes of a body of whatever type, `most` at most. Undefined when another reader took it, as JSON is taken before.
 * Throws what Express's reader throws.
 */
export async function readBytes(request: Request, response: Response, most: number): Promise<unknown> {
  const reader = express.raw({ type: () => true, limit: most })
  await new Promise<void>((resolve, reject) => {
    reader(request, response, (error?: unknown) => (error === undefined ? resolve() : reject(error)))
  })
  return request.body
}
