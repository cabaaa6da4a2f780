import type { Bilingual } from '@lianxin/contract'

/** What each view shows of a person, in plain words. A test holds this list against the routes that show people to staff. */
const VIEWS: Readonly<Record<string, Bilingual>> = {
  'case.view': { zh: '打开了这件事的页面', en: 'Opened the page of this matter' },
  'case.list': { zh: '在列表里看到了这件事的开头', en: 'Saw the first words of this matter in a list' },
  'case.requester': {
    zh: '看了诉求人的姓名和电话',
    en: 'Saw the name and telephone number of the requester',
  },
  'case.export': { zh: '导出了含有这件事的列表', en: 'Exported a list with this matter in it' },
  'echo.draft': {
    zh: '看了原文，准备写公开的答复',
    en: 'Read the original to prepare a public answer',
  },
  'echo.draftPicture': { zh: '看了准备公开的照片', en: 'Saw a picture that is to be published' },
  'catalogue.export': { zh: '导出了事项目录', en: 'Exported the catalogue of items' },
  'routing.exportSheet': {
    zh: '导出了分派规则（里面没有居民信息）',
    en: 'Exported the routing rules, which name no resident',
  },
  'setting.exportSheet': {
    zh: '导出了本区的规则（里面没有居民信息）',
    en: 'Exported a rule of the district, which names no resident',
  },
  'gate.list': { zh: '看了准入申请的列表', en: 'Saw the list of demands at the gate' },
  'gate.view': { zh: '看了一份准入申请', en: 'Read a demand at the gate' },
  'gate.form': { zh: '看了一张已预填的表', en: 'Saw a form that was filled in beforehand' },
  'gate.answers': { zh: '看了社区填报的内容', en: 'Read what communities answered' },
  'gate.extractFile': { zh: '下载了已有数据的摘录', en: 'Downloaded an extract of what is held already' },
  'setting.history': { zh: '看了规则的修改记录', en: 'Read who changed a rule of the district' },
  'whistle.advice': {
    zh: '看了对派驻单位的书面意见和答复',
    en: 'Read written advice on stationed units and the answers',
  },
  'whistle.codes': {
    zh: '看了吹哨的到场码（里面没有任何人的信息）',
    en: 'Saw arrival codes of whistles, which name nobody',
  },
  'file.view': { zh: '看了这件事的照片', en: 'Saw a photo of this matter' },
}

const OTHER: Bilingual = { zh: '看了与您有关的资料', en: 'Saw records that concern you' }

export const viewWords = (view: string): Bilingual => VIEWS[view] ?? OTHER
export const VIEWS_IN_WORDS = Object.keys(VIEWS)
