import type { Module } from '../../kernel/module.ts'
import { openWhistles } from './queries/open-whistles.ts'

/** 网格吹哨、部门报到 as the command centre sees it. Whistles themselves are matters, and the case engine's. */
export const whistle: Module = { name: 'whistle', queries: [openWhistles] }
