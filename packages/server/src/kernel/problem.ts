import { ERRORS, type ErrorCode, type FieldProblem, type Refusal } from '@lianxin/contract'
import type { FastifyReply, FastifyRequest } from 'fastify'

export type Language = 'zh-CN' | 'en'

/** The reader's language: Chinese unless English is asked for first. */
export const languageOf = (request: FastifyRequest): Language =>
  (request.headers['accept-language'] ?? '').trim().toLowerCase().startsWith('en') ? 'en' : 'zh-CN'

function sentence(code: ErrorCode, language: Language, values: Refusal['values']): string {
  const entry = ERRORS[code]
  const text = language === 'en' ? entry.en : entry.zh
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values?.[name] ?? whole
    return typeof value === 'object' ? value[language === 'en' ? 'en' : 'zh'] : String(value)
  })
}

/** Sends problem+json (RFC 9457). `code` is the catalogue's; `retry` tells a client's outbox what to do. */
export function sendProblem(request: FastifyRequest, reply: FastifyReply, refusal: Refusal): FastifyReply {
  const { status, retry } = ERRORS[refusal.refusal]
  const language = languageOf(request)
  const fields = refusal.fields?.map((field: FieldProblem) => ({
    field: field.field,
    message: language === 'en' ? field.en : field.zh,
  }))
  return reply
    .code(status)
    .type('application/problem+json')
    .serializer((payload: unknown) => JSON.stringify(payload))
    .send({
      type: `urn:lianxin:problem:${refusal.refusal}`,
      title: sentence(refusal.refusal, language, refusal.values),
      status,
      code: refusal.refusal,
      retry,
      instance: request.id,
      ...(fields ? { fields } : {}),
    })
}
