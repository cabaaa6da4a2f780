import { assignment } from './assignment.ts'
import { assignment2 } from './assignment-2.ts'
import { deliberation } from './deliberation.ts'
import { deliberation2 } from './deliberation-2.ts'
import { deliberation3 } from './deliberation-3.ts'
import { finding } from './finding.ts'
import { finding2 } from './finding-2.ts'
import { finding3 } from './finding-3.ts'
import { finding4 } from './finding-4.ts'
import { finding5 } from './finding-5.ts'
import type { Kind } from './kind.ts'
import { mediation } from './mediation.ts'
import { objection } from './objection.ts'
import { objection2 } from './objection-2.ts'
import { rectification } from './rectification.ts'
import { rectification2 } from './rectification-2.ts'
import { rectification3 } from './rectification-3.ts'
import { rectification4 } from './rectification-4.ts'
import { rectification5 } from './rectification-5.ts'
import { request } from './request.ts'
import { request2 } from './request-2.ts'
import { request3 } from './request-3.ts'
import { request4 } from './request-4.ts'
import { request5 } from './request-5.ts'
import { request6 } from './request-6.ts'
import { request7 } from './request-7.ts'
import { task } from './task.ts'
import { topic } from './topic.ts'
import { topic2 } from './topic-2.ts'
import { topic3 } from './topic-3.ts'
import { topic4 } from './topic-4.ts'
import { whistle } from './whistle.ts'
import { whistle2 } from './whistle-2.ts'
import { whistle3 } from './whistle-3.ts'

/** Every kind and version ever in force: an open case keeps the version that it started with. */
export const KINDS: readonly Kind[] = [
  request,
  finding,
  request2,
  finding2,
  deliberation,
  whistle,
  rectification,
  topic,
  assignment,
  mediation,
  deliberation2,
  objection,
  task,
  rectification2,
  deliberation3,
  request3,
  rectification3,
  finding3,
  request4,
  objection2,
  topic2,
  request5,
  finding4,
  whistle2,
  rectification4,
  topic3,
  assignment2,
  request6,
  finding5,
  whistle3,
  rectification5,
  topic4,
  request7,
]

/** The kind that residents raise without an account. */
export const REQUESTED_KIND = 'request'

/** The kind at a version. @throws when there is none: a case row cannot name a kind that never was. */
export const getKind = (kind: string, version: number): Kind => {
  const found = KINDS.find((one) => one.kind === kind && one.version === version)
  if (!found) throw new Error(`no kind ${kind} version ${version}`)
  return found
}

/** The version that a new case of this kind starts with. */
export const currentKind = (kind: string): Kind => {
  const versions = KINDS.filter((one) => one.kind === kind).map((one) => one.version)
  return getKind(kind, Math.max(...versions))
}
