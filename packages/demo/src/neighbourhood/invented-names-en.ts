/** Spellings in Pinyin of the invented names, without the word for what they name. */
const PINYIN: Readonly<Record<string, string>> = {
  听松: 'Tingsong',
  云杉: 'Yunshan',
  晴川: 'Qingchuan',
  槐香: 'Huaixiang',
  望舒: 'Wangshu',
  稻香: 'Daoxiang',
  霁月: 'Jiyue',
  柳岸: "Liu'an",
  长青: 'Changqing',
  拾光: 'Shiguang',
  暖阳: 'Nuanyang',
  禾木: 'Hemu',
  星河: 'Xinghe',
  知秋: 'Zhiqiu',
  织云: 'Zhiyun',
  槐荫: 'Huaiyin',
  听雪: 'Tingxue',
  丹枫: 'Danfeng',
  晴岚: 'Qinglan',
  霜桥: 'Shuangqiao',
  望禾: 'Wanghe',
  青砖: 'Qingzhuan',
  暖灯: 'Nuandeng',
  鹿鸣: 'Luming',
  和风: 'Hefeng',
  晨钟: 'Chenzhong',
  白桦: 'Baihua',
  远帆: 'Yuanfan',
  麦浪: 'Mailang',
  书台: 'Shutai',
  春信: 'Chunxin',
  石榴: 'Shiliu',
  澄湖: 'Chenghu',
  新雁: 'Xinyan',
  桂子: 'Guizi',
  竹马: 'Zhuma',
  井台: 'Jingtai',
  豆花: 'Douhua',
  风铃: 'Fengling',
  南窗: 'Nanchuang',
  小满: 'Xiaoman',
  棉布: 'Mianbu',
  蒲草: 'Pucao',
  灯芯: 'Dengxin',
  木槿: 'Mujin',
  石阶: 'Shijie',
  松果: 'Songguo',
  茶炉: 'Chalu',
  纸鸢: 'Zhiyuan',
  糖画: 'Tanghua',
  梨花: 'Lihua',
  银杏: 'Yinxing',
  莲子: 'Lianzi',
  蝉声: 'Chansheng',
}

const WORDS: Readonly<Record<string, string>> = {
  苑: 'Court',
  园: 'Garden',
  里: 'Place',
  新居: 'Residence',
  街: 'Street',
  路: 'Road',
  巷: 'Lane',
}

const PARTS = /^(..)(苑|园|里|新居|街|路|巷)(?:(\d+)区)?$/u

/** 听松苑 → Tingsong Court, 云杉里2区 → Yunshan Place 2, 织云街 → Zhiyun Street; any other name stays as it is. */
export function inventedNameEn(name: string): string {
  const [, stem = '', word = '', serial] = PARTS.exec(name) ?? []
  const spelling = PINYIN[stem]
  return spelling === undefined ? name : [spelling, WORDS[word], serial].filter(Boolean).join(' ')
}
