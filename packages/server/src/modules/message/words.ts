import { type Bilingual, CHINA_UTC_OFFSET_MINUTES, MINUTE_MS, spokenDue } from '@lianxin/contract'
import { OTP_VALID_MS } from '../follow/index.ts'

export type Language = 'zh-CN' | 'en'

/** What is told about a step of a matter. `replyBy`: the deadline is the reader's own. */
export type StepTold = {
  readonly number: string
  readonly registered: boolean
  readonly sentence: Bilingual
  readonly dueAt: number | null
  readonly provisional: boolean
  readonly replyBy: boolean
}

/** The words of messages. Never a follow code and never a person's name: a message may be read on a locked screen. */
const WORDS = {
  'zh-CN': {
    step: (told: StepTold, due: string) =>
      `【连心】${told.registered ? `您反映的事已登记，编号 ${told.number}。` : `${told.number} 有新进展：`}${told.sentence.zh}${due}凭回执上的查询码可看详情。`,
    due: (day: string, told: StepTold) =>
      told.replyBy
        ? `请在${day}前答复。`
        : `这一步最迟${day}前完成${told.provisional ? '（暂定，待放假安排公布）' : ''}。`,
    quiet: (number: string) => `【连心】${number} 有新消息，请您凭查询码或手机验证码查看。`,
    otp: (digits: string, number: string, minutes: number) =>
      `【连心】验证码 ${digits}，${minutes} 分钟内有效，用于查看 ${number} 的进度。请不要告诉别人。`,
  },
  en: {
    step: (told: StepTold, due: string) =>
      `【Lianxin】${told.registered ? `Your matter is registered as ${told.number}. ` : `News on ${told.number}: `}${told.sentence.en} ${due}Details: use the follow code on your receipt.`,
    due: (day: string, told: StepTold) =>
      told.replyBy
        ? `Please answer by ${day}. `
        : `This step is due by ${day}${told.provisional ? ' (provisional until the public holidays are announced)' : ''}. `,
    quiet: (number: string) =>
      `【Lianxin】There is news on ${number}. Please look with your follow code or a code by text message.`,
    otp: (digits: string, number: string, minutes: number) =>
      `【Lianxin】Code ${digits}, valid for ${minutes} minutes, to see how ${number} is going. Tell it to nobody.`,
  },
} as const

/** To whoever raised a joined matter, when the other requester withdrew the one in which it went on. */
export const OWN_STANDS: Bilingual = {
  zh: '那是和您的事合并办理的一件，您的没有撤回；还需要办的话，请在查询页选“重新办理”。',
  en: 'That is the matter yours was joined with; yours was not withdrawn. If it still needs doing, choose “Reopen” on its page.',
}

export const stepWords = (language: Language, told: StepTold): string => {
  const words = WORDS[language]
  return words.step(
    told,
    told.dueAt === null ? '' : words.due(dayWords(language, spokenDue(told.dueAt)), told),
  )
}

/** Of a confidential matter nothing is told but that there is news: a locked screen has other readers. */
export const quietWords = (language: Language, number: string): string => WORDS[language].quiet(number)

export const otpWords = (language: Language, digits: string, number: string): string =>
  WORDS[language].otp(digits, number, OTP_VALID_MS / MINUTE_MS)

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
)

/** A moment in the local time of the place, whatever the zone of the server: `3月2日17:00`, `2 March, 17:00`. */
function dayWords(language: Language, moment: number): string {
  const local = new Date(moment + CHINA_UTC_OFFSET_MINUTES * MINUTE_MS)
  const time = local.toISOString().slice(11, 16)
  const [month, day] = [local.getUTCMonth(), local.getUTCDate()]
  return language === 'en' ? `${day} ${MONTHS[month]}, ${time}` : `${month + 1}月${day}日${time}`
}
