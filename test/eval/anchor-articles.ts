/** A news report about something that never happened, and what an editor might change in it. */
export type Article = {
  language: string
  text: string
  /** Words of the text and what could stand in their place: another name, or the opposite. */
  names: [string, string][]
  negations: [string, string][]
}

export const ARTICLES: Article[] = [
  {
    language: 'en',
    text: `Harbour workers in Port Elsin voted on Tuesday to end a strike that had closed the container terminal for 19 days. “We did not get everything we asked for, but nobody goes home with less than before,” said Maren Okafor, who leads the dockers’ union.

The operator, Tideline Terminals, agreed to raise hourly pay by 4.5 per cent and to hire 120 permanent crane drivers before the end of March. It denied reports that it had threatened to move the night shift to the neighbouring port of Carrow. “There was never a plan to leave Port Elsin, and there is no plan now,” said its spokesman, Daniel Voss.

About 2,300 containers were still waiting on Wednesday morning, according to the harbour office. The backlog will not be cleared before the first week of February, an official said – provided that the weather holds. In 2019, a similar dispute lasted 41 days and cost importers an estimated $87 million.

The mayor, Ilse Brandt, called the agreement “a fair end to an unfair month”. She said the city had no intention of selling its 30% share in the terminal.`,
    names: [
      ['Maren Okafor', 'Marta Okello'],
      ['Daniel Voss', 'David Voss'],
      ['Carrow', 'Barrow'],
      ['Ilse Brandt', 'Elsa Brandt'],
      ['Tideline Terminals', 'Coastline Terminals'],
    ],
    negations: [
      ['did not get', 'did get'],
      ['There was never a plan', 'There was always a plan'],
      ['there is no plan', 'there is a plan'],
      ['will not be cleared', 'will be cleared'],
      ['had no intention', 'had every intention'],
      ['It denied reports', 'It confirmed reports'],
    ],
  },
  {
    language: 'en',
    text: `A laboratory in the hill town of Brackwater has withdrawn its claim that a new battery can be charged ten thousand times, after two other teams failed to repeat the result. “The measurement was wrong; the fault is mine and not that of my students,” Professor Hana Whitlock wrote in a letter to the journal on 3 June.

The original paper, published in October 2022, reported that the cell kept 97.2% of its capacity after 10,000 cycles. The new data show a loss of half the capacity after 850 cycles. The journal’s editor, Tomás Reilly, said that he had seen no sign of fraud.

Investors took the news badly: shares in Amberlight Energy, which had licensed the technology for €14 million, fell by a third. The company said it “does not intend to ask for its money back”. It isn’t the first setback for the firm; in May it lost a contract with the railways of Norland.

Whitlock said she would publish all of the raw data within 60 days. Nobody has asked her to resign, the university said.`,
    names: [
      ['Hana Whitlock', 'Hanna Whitlow'],
      ['Tomás Reilly', 'Tomas Riley'],
      ['Amberlight Energy', 'Amberlight Electric'],
      ['Norland', 'Nordland'],
      ['October', 'November'],
    ],
    negations: [
      ['mine and not that', 'mine and that'],
      ['had seen no sign', 'had seen signs'],
      ['does not intend', 'does intend'],
      ['It isn’t the first', 'It is the first'],
      ['Nobody has asked', 'Everybody has asked'],
    ],
  },
  {
    language: 'en',
    text: `The government of Istria Nova said on Friday that its coast guard had not fired on the fishing boat that sank off Cape Merrow, killing seven people. A statement signed by the interior minister, Petra Lund, called the accusation “false from the first word to the last”.

Survivors told a different story. “They shot twice, and then the water came in,” said Amir Haddad, 27, who was pulled from the sea after six hours. A second survivor said that he had heard no shots but had seen a flash of light.

An inquiry led by a retired judge, Colm Deverell, will begin on 12 September. It can hear witnesses in private but cannot force officers to testify. The opposition has demanded the release of the radar recordings; the ministry says that they were deleted after 72 hours, as the rules require.

“We have nothing to hide,” Ms Lund told reporters. “There has been no order to keep silent, and there will be none.” She left without taking questions.

The boat, the Saint Orsola, was 14 metres long and carried 31 people. Five of them are still missing.`,
    names: [
      ['Petra Lund', 'Petra Lind'],
      ['Amir Haddad', 'Amin Haddad'],
      ['Colm Deverell', 'Colin Deverell'],
      ['Cape Merrow', 'Cape Farrow'],
      ['Saint Orsola', 'Saint Ursula'],
    ],
    negations: [
      ['had not fired', 'had fired'],
      ['had heard no shots', 'had heard shots'],
      ['cannot force', 'can force'],
      ['We have nothing to hide', 'We have something to hide'],
      ['There has been no order', 'There has been an order'],
      ['She left without taking questions', 'She left after taking questions'],
    ],
  },
  {
    language: 'en',
    text: `Transcript of the briefing, 9:30 a.m.

Q: Did the U.S. delegation see the draft before it was sent?
A: No. They saw it when you saw it. I don’t know who leaked it, and I won’t guess.

Q: The letter speaks of “onward movement” within 10-14 days. Is that a withdrawal?
A: It’s a draft. It was poorly worded. It does not mean that anybody is leaving; it never did. General Aldous Finch signed it by mistake, and he has said so.

Q: So 5,200 soldiers stay?
A: 5,200 soldiers stay. I can’t be clearer than that. If the parliament of Karsia asks us to go, we’ll talk about it then – not now.

Q: The prime minister’s office says it has the signed copy. Who is right?
A: I have not seen a signed copy. Ask Mr. Tarek Osman; he’s the one who says he has it.

Q: Was the temperature at the base really -12°C when the heating failed?
A: Between -12 and -15, yes. Nobody was hurt.`,
    names: [
      ['Aldous Finch', 'Aldous Fitch'],
      ['Karsia', 'Kassia'],
      ['Tarek Osman', 'Tariq Osman'],
      ['General', 'Colonel'],
    ],
    negations: [
      ['I don’t know', 'I do know'],
      ['I won’t guess', 'I will guess'],
      ['It does not mean', 'It does mean'],
      ['I can’t be clearer', 'I can be clearer'],
      ['I have not seen', 'I have seen'],
      ['Nobody was hurt', 'Somebody was hurt'],
    ],
  },
  {
    language: 'en',
    text: `#WildRiverFest is back 🎉 and this time it’s free! The organisers say 18,000 people came last year; the police counted fewer than 9,000. 👀

“Nobody drowned and nobody was arrested – that’s all I’ll say,” joked co-founder Zoë O’Malley‑Quist ❤️. The town council isn’t laughing: it has asked for a deposit of £25,000 and a second exit on Mill Lane.

Headliners include Låtsaslek from Umeå, the naïve-pop duo Café Crème, and DJ 👩‍🚀 Kosmo. Doors open at 4 p.m. on 21/06; no dogs, no drones, no glass.

If it rains, the show won’t be cancelled – it moves to the old mill (capacity: 3,500). “We’ve never had two dry days in a row here,” says O’Malley‑Quist. “Bring boots.” 🥾🥾`,
    names: [
      ['Zoë', 'Chloë'],
      ['Låtsaslek', 'Låtsaslik'],
      ['Mill Lane', 'Hill Lane'],
      ['Umeå', 'Luleå'],
      ['Kosmo', 'Cosmo'],
    ],
    negations: [
      ['isn’t laughing', 'is laughing'],
      ['Nobody drowned', 'Somebody drowned'],
      ['won’t be cancelled', 'will be cancelled'],
      ['We’ve never had', 'We’ve often had'],
      ['no dogs', 'dogs'],
    ],
  },
  {
    language: 'en',
    text: `The budget of the Ministry of Works grew by 3 % last year, to £1.5m for bridges alone and $ 2.4 bn in all, its accounts say. “Some 5,000 people work on the eastern line today, not the 12,000 of the first plan,” said the minister, Ruth Adeyemi, on Monday.

The line is 85 km long and was to cost 40 million in 2018. Since then 7 of its 26 stations were given up, and two bridges, 14km apart, have never been opened. The auditors found that 1,250,000 hours were paid and 960,000 were worked; the ministry did not deny it.

Prices for steel rose by 12.5 per cent in the same time, those for concrete by 6%. “If the contract had been read, nobody would have signed it for 18 months,” said Paul Grainger, who wrote the report. He is not going to resign, and five of the six members of his board stand by him.`,
    names: [
      ['Ruth Adeyemi', 'Rose Adeyemi'],
      ['Paul Grainger', 'Peter Grainger'],
      ['Ministry of Works', 'Ministry of War'],
    ],
    negations: [
      ['have never been opened', 'have been opened'],
      ['did not deny it', 'did deny it'],
      ['nobody would have signed it', 'everybody would have signed it'],
      ['is not going to resign', 'is going to resign'],
    ],
  },
  {
    language: 'de',
    text: `Die Stadt Kaltenbrück will ihr Stadtbad nun doch nicht schließen. Das sagte Bürgermeisterin Anneliese Groß am Donnerstag nach einer fünfstündigen Sitzung des Rates. „Niemand in diesem Haus hat je beschlossen, das Bad zu verkaufen“, so Groß.

Noch im März hatte der Kämmerer, Jürgen Öztürk, von jährlichen Verlusten in Höhe von 1,8 Millionen Euro gesprochen. Diese Zahl sei falsch, heißt es jetzt: Es seien höchstens 640.000 Euro. Wie der Fehler entstanden ist, konnte die Verwaltung nicht erklären.

Die Bürgerinitiative „Schwimmen für alle“ hatte in sechs Wochen 11.250 Unterschriften gesammelt. Ihr Sprecher Kaspar Weiß zeigte sich erleichtert, aber nicht überrascht: „Wir haben nie geglaubt, dass sie es wirklich tun.“

Die Sanierung des Daches beginnt voraussichtlich am 14. August und soll 22 Monate dauern. In dieser Zeit bleibt das Hallenbad geöffnet – das Freibad jedoch nicht.`,
    names: [
      ['Kaltenbrück', 'Kaltenbrunn'],
      ['Anneliese Groß', 'Annemarie Groß'],
      ['Jürgen Öztürk', 'Jörg Öztürk'],
      ['Kaspar Weiß', 'Kaspar Weise'],
    ],
    negations: [
      ['doch nicht schließen', 'doch schließen'],
      ['Niemand in diesem Haus', 'Jemand in diesem Haus'],
      ['konnte die Verwaltung nicht erklären', 'konnte die Verwaltung erklären'],
      ['aber nicht überrascht', 'aber überrascht'],
      ['Wir haben nie geglaubt', 'Wir haben immer geglaubt'],
    ],
  },
  {
    language: 'fr',
    text: `La ministre des Transports, Élodie Marchetti, a assuré mercredi que la ligne de nuit entre Valmont et Saint-Cyrille ne serait pas supprimée. « Aucune décision n’a été prise et aucune ne le sera avant l’automne », a-t-elle déclaré devant les députés.

Selon un document interne daté du 8 janvier, l’exploitant prévoyait pourtant de retirer 16 des 42 voitures-lits et de supprimer 230 postes. Le directeur, Jean-Noël Tissot, n’a pas contesté l’authenticité du texte, mais il a parlé d’un « brouillon sans valeur ».

Les syndicats n’y croient guère. « On nous a déjà dit cela en 2017 ; trois mois plus tard, le train n’existait plus », rappelle Fatoumata Keïta, conductrice depuis vingt-deux ans. Une grève est prévue le 3 février, au cœur des vacances.

L’an dernier, 318 000 voyageurs ont emprunté la ligne, soit 7,4 % de plus qu’en 2021.`,
    names: [
      ['Élodie Marchetti', 'Mélodie Marchetti'],
      ['Valmont', 'Valmorel'],
      ['Jean-Noël Tissot', 'Jean-Paul Tissot'],
      ['Fatoumata Keïta', 'Aminata Keïta'],
    ],
    negations: [
      ['ne serait pas supprimée', 'serait supprimée'],
      ['Aucune décision n’a été prise', 'Une décision a été prise'],
      ['n’a pas contesté', 'a contesté'],
      ['n’y croient guère', 'y croient encore'],
      ['n’existait plus', 'existait encore'],
    ],
  },
  {
    language: 'es',
    text: `El alcalde de Villaseca, Íñigo Pardo, negó este lunes que el ayuntamiento haya vendido el agua del embalse a una empresa embotelladora. «No hemos firmado nada y no vamos a firmar nada», dijo en una rueda de prensa que duró apenas nueve minutos.

La empresa, Fuentes del Mirto, sostiene lo contrario: asegura que pagó 1.250.000 euros en diciembre y que tiene el recibo. ¿Quién miente? Los vecinos ya no creen a nadie. «A mí no me han preguntado», se queja Begoña Añón, que lleva 46 años en el pueblo.

El embalse está al 23 % de su capacidad y no se esperan lluvias antes del 15 de octubre. La jueza Lucía Ferrández ha pedido los contratos de los últimos cinco años; ninguno se ha publicado hasta ahora.`,
    names: [
      ['Íñigo Pardo', 'Iñaki Pardo'],
      ['Fuentes del Mirto', 'Fuentes del Monte'],
      ['Begoña Añón', 'Begoña Antón'],
      ['Lucía Ferrández', 'Lucía Fernández'],
    ],
    negations: [
      ['No hemos firmado nada', 'Hemos firmado algo'],
      ['negó este lunes', 'confirmó este lunes'],
      ['ya no creen a nadie', 'ya creen a todos'],
      ['A mí no me han preguntado', 'A mí me han preguntado'],
      ['no se esperan lluvias', 'se esperan lluvias'],
    ],
  },
  {
    language: 'ru',
    text: `Власти города Верхнеозёрск заявили во вторник, что плотина не разрушена и опасности для жителей нет. «Мы никого не эвакуируем, потому что никакой угрозы не существует», — сказал глава администрации Степан Голубев.

Между тем жители посёлка Заречный рассказывают о трещине длиной около 12 метров. По словам инженера Нины Карповой, она сообщила о ней ещё 4 апреля, но ответа не получила. В администрации утверждают, что такого письма не было.

Уровень воды поднялся на 3,6 метра за двое суток — больше, чем за весь 2016 год. В школах отменены занятия для 1 870 учеников. Комиссия под руководством Олега Тимофеева начнёт работу не раньше понедельника.`,
    names: [
      ['Степан Голубев', 'Степан Голубин'],
      ['Нины Карповой', 'Анны Карповой'],
      ['Заречный', 'Заозёрный'],
      ['Олега Тимофеева', 'Олега Тимченко'],
    ],
    negations: [
      ['плотина не разрушена', 'плотина разрушена'],
      ['ответа не получила', 'ответ получила'],
      ['такого письма не было', 'такое письмо было'],
      ['не раньше понедельника', 'раньше понедельника'],
    ],
  },
  {
    language: 'ar',
    text: `قالت بلدية واحة السرو يوم الأربعاء إنها لم تقرر بعد إغلاق السوق القديم، ونفت أن يكون المبنى قد بيع لمستثمر أجنبي. وأضاف المتحدث باسمها، سامر الحلواني: «لا يوجد أي اتفاق، ولن يكون هناك اتفاق قبل نهاية العام».

لكن التجار يرون الأمر بصورة مختلفة. تقول ليلى منصور، التي تبيع التوابل منذ 35 سنة، إنها تلقت رسالة تطلب منها إخلاء المحل خلال 90 يوما. ولم تنشر البلدية هذه الرسالة حتى الآن.

يضم السوق 214 محلا ويعمل فيه نحو 1200 شخص. وكان مجلس المدينة قد خصص 6.5 مليون لترميمه في عام 2018، غير أن الأعمال لم تبدأ قط.`,
    names: [
      ['سامر الحلواني', 'سامي الحلواني'],
      ['ليلى منصور', 'لينا منصور'],
      ['واحة السرو', 'واحة النخيل'],
    ],
    negations: [
      ['إنها لم تقرر بعد', 'إنها قررت بعد'],
      ['لا يوجد أي اتفاق', 'يوجد اتفاق'],
      ['ولم تنشر البلدية', 'ونشرت البلدية'],
      ['ونفت أن يكون', 'وأكدت أن يكون'],
    ],
  },
  {
    language: 'zh',
    text: `青石县政府周三表示，尚未决定关闭老码头，也没有与任何公司签订合同。县长林若云说：“我们从未讨论过出售码头，将来也不会讨论。”

然而，渔民周大海告诉记者，他在4月18日收到一封信，要求他在60天内搬走渔船。县政府承认有这封信，但说那只是一份草稿，不应该寄出。

老码头建于1934年，现有渔船127艘，约有860人在那里工作。去年的维修费用为350万元，比前年增加了12.5%。专家吴静怡认为，码头不需要重建，只需要加固。`,
    names: [
      ['林若云', '林若雪'],
      ['周大海', '周大江'],
      ['吴静怡', '吴静仪'],
      ['青石县', '青山县'],
    ],
    negations: [
      ['尚未决定关闭', '已经决定关闭'],
      ['我们从未讨论过', '我们曾经讨论过'],
      ['不应该寄出', '应该寄出'],
      ['码头不需要重建', '码头需要重建'],
    ],
  },
  {
    language: 'ja',
    text: `白浜市は木曜日、海沿いの灯台を取り壊す計画はないと発表した。市長の北原さゆりは「取り壊しを決めたことは一度もないし、これからもない」と述べた。

一方、灯台の近くで店を営む大西健太さん（52）は、3月2日に市の職員から年内に閉店するよう求められたという。市はこの訪問を否定していない。

灯台は1907年に建てられ、高さは26メートル。昨年は約4万8000人が訪れたが、修理費の1億2000万円はまだ集まっていない。「ガラスは割れたままで、誰も直しに来ない」と大西さんは話す。`,
    names: [
      ['北原さゆり', '北川さゆり'],
      ['大西健太', '大西健一'],
      ['白浜市', '黒浜市'],
    ],
    negations: [
      ['計画はないと', '計画があると'],
      ['否定していない', '否定している'],
      ['まだ集まっていない', 'もう集まっている'],
      ['誰も直しに来ない', '誰かが直しに来る'],
    ],
  },
  {
    language: 'he',
    text: `עיריית גבעת הרקפות הודיעה ביום שני כי לא התקבלה החלטה לסגור את הספרייה, וכי אין כוונה לפטר עובדים. "מעולם לא דיברנו על סגירה," אמר ראש העיר, אבנר שטרית.

לפי מסמך מיום 11 בנובמבר, התכוונה העירייה לקצץ 40% מתקציב הספרייה ולמכור 6,000 ספרים. מנהלת הספרייה, דליה קורן, אמרה שלא ראתה את המסמך. "אף אחד לא שאל אותי," הוסיפה.

בשנה שעברה ביקרו בספרייה 83,000 בני אדם. התושבים מתכננים הפגנה ביום חמישי בשעה 18:30.`,
    names: [
      ['אבנר שטרית', 'אברם שטרית'],
      ['דליה קורן', 'דליה כהן'],
      ['גבעת הרקפות', 'גבעת הכלניות'],
    ],
    negations: [
      ['לא התקבלה החלטה', 'התקבלה החלטה'],
      ['אין כוונה לפטר', 'יש כוונה לפטר'],
      ['שלא ראתה את המסמך', 'שראתה את המסמך'],
      ['אף אחד לא שאל', 'כולם שאלו'],
    ],
  },
  {
    language: 'hi',
    text: `नीलगढ़ के जिला प्रशासन ने शनिवार को कहा कि पुराने पुल को गिराने का कोई निर्णय नहीं हुआ है। जिलाधिकारी मीनाक्षी राव ने पत्रकारों से कहा, "हमने किसी कंपनी से कोई समझौता नहीं किया है।"

लेकिन नाविक हरिराम केवट का कहना है कि उन्हें 17 जुलाई को एक पत्र मिला था, जिसमें 45 दिनों के भीतर घाट खाली करने को कहा गया था। प्रशासन ने पत्र से इनकार नहीं किया।

पुल 1928 में बना था और उस पर रोज लगभग 6,400 लोग आते-जाते हैं। मरम्मत पर 2.3 करोड़ रुपये खर्च होने का अनुमान है।`,
    names: [
      ['मीनाक्षी राव', 'मीनल राव'],
      ['हरिराम केवट', 'श्रीराम केवट'],
      ['नीलगढ़', 'लालगढ़'],
    ],
    negations: [
      ['कोई निर्णय नहीं हुआ है', 'निर्णय हुआ है'],
      ['कोई समझौता नहीं किया है', 'समझौता किया है'],
      ['इनकार नहीं किया', 'इनकार किया'],
    ],
  },
]
