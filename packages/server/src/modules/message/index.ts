import type { Module } from '../../kernel/module.ts'
import type { MessageConnector } from './connector.ts'
import { messagesOfEcho } from './echo-subscriber.ts'
import { deliverJob, eraseJob } from './jobs.ts'
import { codesOfProofs } from './proof-subscriber.ts'
import { listDemoMessages } from './queries/list-demo-messages.ts'
import { messagesToRequesters } from './subscribers.ts'

export type { MessageConnector } from './connector.ts'

export type MessageOptions = { readonly connectors: readonly MessageConnector[]; readonly demo: boolean }

/** Messages to people: written by a subscriber, delivered by a job, through one connector per channel. */
export const message = ({ connectors, demo }: MessageOptions): Module => ({
  name: 'message',
  queries: demo ? [listDemoMessages] : [],
  subscribers: [messagesToRequesters, messagesOfEcho, codesOfProofs],
  jobs: [deliverJob(connectors), eraseJob],
})
