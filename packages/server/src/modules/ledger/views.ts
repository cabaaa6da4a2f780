import type { Bilingual } from '@lianxin/contract'

/** What each view shows of a person, in plain words. A test holds this list against the routes that show people to staff. */
const VIEWS: Readonly<Record<string, Bilingual>> = {
  'case.view': { zh: '看了这件事的详情', en: 'Saw the details of this matter' },
  'case.list': { zh: '在列表里看到了这件事的开头', en: 'Saw the first words of this matter in a list' },
  'case.requester': {
    zh: '看了诉求人的姓名和电话',
    en: 'Saw the name and telephone number of the requester',
  },
  'case.export': { zh: '导出了含有这件事的列表', en: 'Exported a list with this matter in it' },
  'file.view': { zh: '看了这件事的照片', en: 'Saw a photo of this matter' },
}

const OTHER: Bilingual = { zh: '看了与您有关的资料', en: 'Saw records that concern you' }

export const viewWords = (view: string): Bilingual => VIEWS[view] ?? OTHER
export const VIEWS_IN_WORDS = Object.keys(VIEWS)
