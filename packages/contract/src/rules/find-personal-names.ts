/**
 * Which stretches of a Chinese text may be a person's name. A surname alone tells little: most of them also begin words
 * of every day (高兴, 方便, 于是), and 向 is a preposition far more often than a name, so that it is left out here.
 * Every rule therefore asks for something beside the surname that points at a person, and passes over those words.
 */

const SURNAMES =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔汤于关佟'
const COMPOUND =
  '欧阳|司马|上官|诸葛|夏侯|东方|皇甫|尉迟|公孙|慕容|令狐|司徒|长孙|宇文|端木|独孤|南宫|西门|轩辕|申屠'

/** Words that address a person behind the name. */
const TITLE =
  '先生|女士|小姐|大爷|大妈|大娘|大叔|大婶|大哥|大姐|阿姨|叔叔|奶奶|爷爷|师傅|老师|医生|大夫|书记|主任|经理|警官|同志|老人家'

/** Words and places that begin with the character of a surname, by that character: what may stand behind it. */
const WORDS: Readonly<Record<string, string>> = {
  王: '府牌',
  张: '贴开口望罗',
  陈: '旧年列设述腐',
  杨: '树柳絮',
  黄: '色河土金瓜昏线灯牌叶沙泥豆酒油码',
  周: '一二三四五六日末边围期年转到遭岁身',
  徐: '徐州',
  孙: '子女辈',
  马: '上路桶达葫虎蜂甲栏三车蹄力',
  朱: '色',
  胡: '同乱萝说闹须椒',
  何: '时况必处种以人为地日事等故年',
  林: '林业地木荫区场带下间',
  高: '兴层峰压空温度楼低速声血龄处档考中校架价铁烧大矮额原龄等效新坎质标级位一二三的出过于了',
  罗: '列嗦',
  郑: '重州',
  梁: '柱上',
  谢: '谢绝意',
  唐: '突',
  许: '多可久愿诺',
  韩: '式语',
  曾: '经任多在有因被到找打报与向用于是',
  田: '地间径园野',
  董: '事',
  余: '款额下热地量震留粮',
  杜: '绝撰',
  叶: '子片',
  程: '序度控',
  苏: '打醒州家',
  丁: '字香',
  任: '何务意由命期课职教凭其性务',
  沈: '阳河北水抚',
  姜: '汤葱',
  钟: '头表点楼声',
  陆: '续地运',
  范: '围本例畴',
  金: '属额融色银州钱牌黄杯',
  石: '头子板油灰墩材凳阶碑桥块家棉膏狮化',
  贾: '家',
  夏: '天季日夜令至秋家',
  付: '款费钱了出给清过不诸现账',
  方: '便案法向面式可才形块位言砖能家队',
  白: '天色灰酒菜班线跑白炽塔昼费条发杨内血板糖',
  孟: '家',
  秦: '皇岭',
  江: '苏西边水南北面湖堤河浙',
  段: '落路',
  雷: '雨电锋声达阵击',
  龙: '头井湾城港',
  史: '料上',
  陶: '瓷冶器',
  贺: '卡',
  顾: '客问不虑及得家',
  毛: '病巾坯线重孩毛',
  郝: '家',
  万: '一分元户人般科达事家物',
  钱: '款包数财不都也物',
  严: '重格禁查肃密寒控防厉实谨',
  武: '术警汉装',
  戴: '着上口好手帽了',
  莫: '名非说大过及不',
  孔: '洞雀径子眼',
  汤: '圆药水锅',
  于: '是此今昨上下本去前当早晚凌该这那我你您他她它事人情第每洪家周月年深夜',
  关: '于门闭心注系键掉灯了上停机不爱照节好张阀水电头怀乎卡',
}
const COMMON_WORD = Object.entries(WORDS)
  .map(([first, seconds]) => `${first}[${seconds}]`)
  .join('|')
/** Where no word of every day begins; 孙女士 is no 孙女. */
const SURNAME = `(?!(?!.(?:${TITLE}))(?:${COMMON_WORD}))(?:${COMPOUND}|[${SURNAMES}])`

/** The same for words that end with the character: 任何医生 and 上周师傅 name nobody. */
const WORD_ENDS: Readonly<Record<string, string>> = {
  何: '任如为几',
  任: '主现前责离历信担委曾',
  方: '地对双警官四平立甲乙南北本部药处配',
  周: '本每一二两三四几半整全这那',
  关: '有相机海开公无难把',
  金: '资基现奖租押罚本定税',
  程: '工课流过行规旅里日全路进',
  余: '其业多剩结',
  于: '由关对至位等善属大多低高处用终限',
  林: '园树森',
  史: '历',
  范: '规示模防',
  顾: '照看光回',
  许: '也或允准少',
  谢: '谢多感',
  钱: '交收付花多要给块缴零',
  高: '提增过最较更太很升',
  段: '路时阶地片',
  叶: '树落茶枝绿',
  田: '农油稻',
  石: '岩砖碎',
  张: '紧慌扩',
  万: '千百一二两三四五六七八九十几',
}
const INSIDE_A_WORD = Object.entries(WORD_ENDS)
  .map(([last, firsts]) => `[${firsts}]${last}`)
  .concat('(?<!楼)[上下][周任]')
  .join('|')

/** Words before which, in a sentence, a name stands. */
const CUE =
  '我叫|名叫|叫做|姓名|联系人|户主|业主|租户|房东|诉求人|反映人|当事人|居民|住户|邻居|网格员|社工|孩子叫'
/** What follows a name in a sentence, and so is not its last character. */
const AFTER =
  '反说住在的和是有家来去电打要被把给与及等也都就不向称投从到已将对为因说于今昨每常养装修停乱私占太又再把没'
/** 老王 and 小李 only where a sentence goes on as after a person: 小高层 and 老方法 are none. */
const AFTER_NICKNAME = '[，。、！？；：\\s说家在住的和]'
const HAN = String.raw`\p{Script=Han}`
/** What no given name holds. */
const NEVER_GIVEN = '的了着们是我你您他她它这那不'
/** What no given name ends with: people and places; before 家 also the first half of 大家, 回家 and the like. */
const NEVER_LAST = '人家户市区县镇乡村屯街路巷号楼室层栋院员些'
const NEVER_BEFORE_HOME = '大商店回在专作画居搬娘婆住自各每哪几厂买卖老到离邻别多有谁咱顾个全返两'
const GIVEN = `(?:(?![${NEVER_GIVEN}])${HAN})?(?![${NEVER_GIVEN}${NEVER_LAST}])${HAN}`
/** 马路湾街道 and 张强镇 are places. */
const A_PLACE = `${HAN}{1,3}(?:街|镇|乡|村|屯|市|新区|社区)`
/** What goes on behind 家 where no household is meant: furniture, a quarter or a village that is called so. */
const NO_HOME = '具|电|庭|政|用|居|常|务|园|苑|教|乡|社区|委会|属[院楼区]|子(?!女)|[屯沟窝湾岭堡庄村镇]'
/** How the words before a household's name end: where they live, or what one has to do with them. */
const BEFORE_HOME = String.raw`楼[上下]|隔壁|对[门面]|[\d室号元层户楼的和跟与被去找]`
const END = String.raw`[，。！？；、,.!?;\s\d]|住|反映|$`

/** The rules for names. Each looks no further than a bounded stretch around a surname: linear time. */
export const NAME_RULES: readonly RegExp[] = [
  new RegExp(
    `${SURNAME}(?<!${INSIDE_A_WORD})(?:(?![${NEVER_GIVEN}])${HAN}){0,2}?(?:${TITLE})(?![镇工解论愿兵])`,
    'gu',
  ),
  new RegExp(`(?<=(?:${CUE})[：:\\s“"]{0,2})${SURNAME}(?!${A_PLACE})(?:(?![${AFTER}])${HAN}){1,2}`, 'gu'),
  // 我是5号楼的王秀英: how residents begin, with where they live before the name and the end of the clause behind it.
  new RegExp(
    `(?<=(?:我是|本人是?)(?:[^，。！？；,!?;\\n]{0,60}[的\\d室号元层户楼])?[：:\\s]?)${SURNAME}${GIVEN}(?=${END})`,
    'gu',
  ),
  // 张伟家门口, 楼上张伟家漏水: a name at the head of a clause or behind where they live, and what is that household's.
  new RegExp(
    `(?<=(?<!${HAN})|${BEFORE_HOME})${SURNAME}${GIVEN}(?<![${NEVER_BEFORE_HOME}])(?=家(?!${NO_HOME}))`,
    'gu',
  ),
  new RegExp(`(?<!${HAN})[老小][${SURNAMES}](?=${AFTER_NICKNAME}|$)(?!家(?:村|屯|沟))`, 'gu'),
]
