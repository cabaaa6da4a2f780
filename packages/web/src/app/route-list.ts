/**
 * The path pattern of every screen, in plain text so that tools without a browser (accessibility runs, first-load
 * measurement) can walk through all of them. route-list.test.ts keeps it equal to the router.
 */
export const ROUTES = [
  '/',
  '/report',
  '/report/receipt',
  '/follow',
  '/follow/case',
  '/echo',
  '/echo/$id',
  '/echo/me-too',
  '/burden',
  '/duties',
  '/evaluation',
  '/field',
  '/field/spot',
  '/field/report',
  '/field/case/$id',
  '/desk',
  '/desk/case/$id',
  '/desk/new',
  '/desk/alerts',
  '/desk/echo',
  '/desk/echo/$id',
  '/desk/gate',
  '/desk/gate/new',
  '/desk/gate/duties',
  '/desk/gate/$id',
  '/desk/gate/$id/form',
  '/desk/ledger',
  '/desk/routing',
  '/desk/routing/reliability',
  '/desk/evaluation',
  '/command',
  '/command/$place',
  '/demo/messages',
  '/sign-in',
  '/design',
] as const

export type ScreenPath = (typeof ROUTES)[number]
