/** Our own words in eight languages, in the layouts that newspapers use. */

export type Language = 'en' | 'de' | 'fr' | 'ja' | 'zh' | 'ar' | 'ru' | 'es' | 'ko';

export const titles: Readonly<Record<Language, string>> = {
  en: 'Council approves new tram line after long debate',
  de: 'Stadtrat beschließt neue Straßenbahnlinie',
  fr: 'Le conseil approuve une nouvelle ligne de tramway',
  ja: '市議会、新しい路面電車の路線を承認',
  zh: '市议会批准修建新的有轨电车线路',
  ar: 'مجلس المدينة يوافق على خط ترام جديد',
  ru: 'Городской совет одобрил новую трамвайную линию',
  es: 'El pleno aprueba una nueva línea de tranvía',
  ko: '시의회, 새 노면전차 노선 승인',
};

export const texts: Readonly<Record<Language, readonly string[]>> = {
  en: [
    'The council approved a new tram line on Tuesday evening after a debate that lasted six ' +
      'hours and drew hundreds of residents.',
    'Work on the first section is due to begin in the spring, with the bridge over the river ' +
      'closed to cars for four months.',
    '"We have waited twenty years for this decision," said one shop owner who has run a ' +
      'bakery beside the planned terminus since 2003.',
    'Opponents said the cost had doubled since the first estimate and asked for an ' +
      'independent review of the figures before any contract is signed.',
    'The transport department will publish the timetable of works next month and open three ' +
      'information points in the districts concerned.',
  ],
  de: [
    'Der Stadtrat hat am Dienstagabend nach sechsstündiger Debatte den Bau einer neuen ' +
      'Straßenbahnlinie beschlossen.',
    'Die Arbeiten am ersten Abschnitt sollen im Frühjahr beginnen, die Brücke wird für vier ' +
      'Monate für Autos gesperrt.',
    '„Darauf haben wir zwanzig Jahre gewartet“, sagte eine Ladenbesitzerin, die seit 2003 an ' +
      'der geplanten Endhaltestelle arbeitet.',
    'Gegner des Vorhabens sagten, die Kosten hätten sich seit der ersten Schätzung ' +
      'verdoppelt, und verlangten eine unabhängige Prüfung.',
    'Das Verkehrsamt will im kommenden Monat einen Zeitplan vorlegen und drei ' +
      'Informationsstellen in den Stadtteilen eröffnen.',
  ],
  fr: [
    'Le conseil municipal a approuvé mardi soir une nouvelle ligne de tramway après un débat ' +
      'de six heures suivi par des centaines d’habitants.',
    'Les travaux de la première section doivent commencer au printemps et le pont sera fermé ' +
      'aux voitures pendant quatre mois.',
    '« Nous attendons cette décision depuis vingt ans », a déclaré une commerçante installée ' +
      'depuis 2003 près du futur terminus.',
    'Les opposants affirment que le coût a doublé depuis la première estimation et demandent ' +
      'un audit indépendant avant toute signature.',
    'Le service des transports publiera le calendrier des travaux le mois prochain et ' +
      'ouvrira trois points d’information.',
  ],
  ja: [
    '市議会は火曜日の夜、六時間に及ぶ審議の末、新しい路面電車の路線を承認した。傍聴席には数百人の住民が詰めかけた。',
    '第一区間の工事は来春に始まる予定で、川に架かる橋は四カ月間、自動車の通行が禁止される。',
    '「この決定を二十年待っていた」と、終点予定地の近くで二〇〇三年からパン屋を営む店主は話した。',
    '反対派は費用が当初の見積もりの二倍になったと主張し、契約の前に独立した検証を求めている。',
    '交通局は来月に工事の日程を公表し、関係する地区に三カ所の案内所を設ける方針だ。',
  ],
  zh: [
    '市议会周二晚间经过六个小时的辩论，批准修建一条新的有轨电车线路，数百名居民到场旁听。',
    '第一段工程预计明年春天开工，跨河大桥将对汽车封闭四个月，公交车改道行驶。',
    '一位自二〇〇三年起在规划终点站旁经营面包店的店主说：“我们等这个决定等了二十年。”',
    '反对者表示，造价比最初的估算翻了一番，要求在签订合同之前进行独立审查。',
    '交通部门将于下月公布施工时间表，并在相关城区设立三个咨询点，接受居民询问。',
  ],
  ar: [
    'وافق مجلس المدينة مساء الثلاثاء على خط ترام جديد بعد نقاش استمر ست ساعات وحضره مئات السكان.',
    'من المقرر أن تبدأ الأعمال في القسم الأول في الربيع، وسيغلق الجسر أمام السيارات لمدة ' +
      'أربعة أشهر.',
    'وقالت صاحبة مخبز يعمل بجوار المحطة النهائية منذ عام 2003: "انتظرنا هذا القرار عشرين عاما".',
    'وقال المعارضون إن التكلفة تضاعفت منذ التقدير الأول وطالبوا بمراجعة مستقلة قبل توقيع أي عقد.',
    'وستنشر إدارة النقل الجدول الزمني للأعمال الشهر المقبل وتفتح ثلاث نقاط للمعلومات في ' +
      'الأحياء المعنية.',
  ],
  ru: [
    'Городской совет во вторник вечером после шестичасовых дебатов одобрил строительство ' +
      'новой трамвайной линии.',
    'Работы на первом участке должны начаться весной, мост через реку закроют для ' +
      'автомобилей на четыре месяца.',
    '«Мы ждали этого решения двадцать лет», — сказала владелица пекарни, работающей у ' +
      'будущей конечной с 2003 года.',
    'Противники проекта заявили, что стоимость удвоилась по сравнению с первой оценкой, и ' +
      'потребовали независимой проверки.',
    'Транспортное управление опубликует график работ в следующем месяце и откроет три ' +
      'информационных пункта.',
  ],
  es: [
    'El pleno aprobó el martes por la noche una nueva línea de tranvía tras un debate de ' +
      'seis horas al que asistieron cientos de vecinos.',
    'Las obras del primer tramo comenzarán en primavera y el puente quedará cerrado a los ' +
      'coches durante cuatro meses.',
    '«Llevamos veinte años esperando esta decisión», dijo la dueña de una panadería abierta ' +
      'junto a la futura terminal desde 2003.',
    'Los opositores afirman que el coste se ha duplicado desde la primera estimación y piden ' +
      'una auditoría independiente.',
    'El área de transportes publicará el calendario de las obras el mes que viene y abrirá ' +
      'tres puntos de información.',
  ],
  ko: [
    '시의회는 화요일 저녁 여섯 시간에 걸친 토론 끝에 새 노면전차 노선을 승인했다. 방청석에는 주민 수백 명이 모였다.',
    '첫 구간 공사는 내년 봄에 시작되며 강을 건너는 다리는 넉 달 동안 승용차 통행이 금지된다.',
    '종점 예정지 옆에서 2003년부터 빵집을 운영해 온 한 상인은 "이 결정을 이십 년 동안 기다렸다"고 말했다.',
    '반대하는 주민들은 비용이 처음 추산보다 두 배로 늘었다며 계약 전에 독립적인 검토를 요구했다.',
    '교통국은 다음 달 공사 일정을 공개하고 해당 지역에 안내소 세 곳을 열 계획이다.',
  ],
};
