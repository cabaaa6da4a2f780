import type { NewTenant } from '../../packages/server/src/platform/tenants.ts'

/** Code of the district that all others are copies of. */
export const TEMPLATE_CODE = '210105'

const BEFORE_A_CITY = 99
/** Tenant 1 is the district itself; the others have codes of Liaoning that are not allocated. One that ends in 00 is a city's. */
export const districtCode = (tenant: number): string =>
  tenant === 1 ? TEMPLATE_CODE : `21${8_000 + tenant + (tenant > BEFORE_A_CITY ? 1 : 0)}`

/** A code of the template, in the tenant's copy of it. */
export const placeCodeIn = (tenant: number, code: string): string => districtCode(tenant) + code.slice(6)

/** An id of the template, in the tenant's copy of it: the same but for its first eight digits. */
export const idIn = (tenant: number, id: string): string =>
  tenant === 1 ? id : tenant.toString(16).padStart(8, '0') + id.slice(8)

const letter = (index: number) => String.fromCharCode(65 + index)

export const tenantRow = (tenant: number): NewTenant => ({
  id: tenant,
  code: districtCode(tenant),
  name: tenant === 1 ? '皇姑区' : `皇姑区样本${tenant}`,
  nameEn: tenant === 1 ? 'Huanggu District' : `Huanggu copy ${tenant}`,
  numberPrefix: tenant === 1 ? 'HG' : letter(Math.floor(tenant / 26)) + letter(tenant % 26),
  validFrom: '2020-01-01',
})

/** A bench has at most this many tenants: numbers have two letters in front. */
export const MOST_TENANTS = 180
