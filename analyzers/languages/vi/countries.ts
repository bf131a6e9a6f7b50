/** Countries, cities and bodies of other states as Vietnamese news writes them after a title. */
export const foreignPlaces: readonly string[] = `
Anh,Vương quốc Anh,Mỹ,Hoa Kỳ,Pháp,Đức,Ý,Italia,Italy,Tây Ban Nha,Bồ Đào Nha,Hà Lan,Bỉ,Luxembourg,
Thụy Sĩ,Thụy Sỹ,Áo,
Séc,Czech,Slovakia,Ba Lan,Hungary,Hungari,Romania,Rumani,Bulgaria,Bungari,Hy Lạp,Serbia,Croatia,
Slovenia,Bosnia,
Macedonia,Montenegro,Albania,Kosovo,Moldova,Ukraine,Ukraina,Belarus,Nga,Liên bang Nga,LB Nga,
Liên Xô,Estonia,Latvia,
Litva,Lithuania,Phần Lan,Thụy Điển,Na Uy,Đan Mạch,Iceland,Ireland,Bắc Ireland,Scotland,Xứ Wales,
Malta,Síp,Cyprus,
Thổ Nhĩ Kỳ,Georgia,Gruzia,Armenia,Azerbaijan,Kazakhstan,Uzbekistan,Turkmenistan,Kyrgyzstan,
Tajikistan,Mông Cổ,
Trung Quốc,Đài Loan,Hong Kong,Hồng Kông,Macau,Ma Cao,Nhật Bản,Nhật,Hàn Quốc,Triều Tiên,Lào,
Campuchia,Thái Lan,Thái,
Myanmar,Malaysia,Singapore,Indonesia,Philippines,Brunei,Đông Timor,Timor Leste,Ấn Độ,Pakistan,
Bangladesh,Sri Lanka,
Nepal,Bhutan,Maldives,Afghanistan,Iran,Iraq,Syria,Li Băng,Lebanon,Liban,Israel,Palestine,Jordan,
Ả Rập Saudi,
Ả-rập Xê-út,Arập Xêút,Saudi Arabia,Yemen,Oman,Qatar,UAE,Các Tiểu vương quốc Ả Rập Thống nhất,
Kuwait,Bahrain,Ai Cập,
Libya,Tunisia,Algeria,Morocco,Maroc,Sudan,Nam Sudan,Ethiopia,Somalia,Kenya,Uganda,Rwanda,Tanzania,
Mozambique,
Angola,Zambia,Zimbabwe,Nam Phi,Namibia,Botswana,Nigeria,Ghana,Mali,Niger,Senegal,Congo,Gabon,
Cameroon,Madagascar,
Canada,Mexico,Mêhicô,Cuba,Haiti,Jamaica,Panama,Costa Rica,Nicaragua,Honduras,Guatemala,
El Salvador,Colombia,
Venezuela,Ecuador,Peru,Bolivia,Brazil,Brasil,Chile,Argentina,Uruguay,Paraguay,Australia,Úc,
Ôxtrâylia,New Zealand,
Niu Di lân,Papua New Guinea,Fiji,Vanuatu,Samoa,Tonga,Bắc Kinh,Washington,Tokyo,Seoul,Bình Nhưỡng,
Moscow,Mát-xcơ-va,
Kremlin,EU,Liên minh châu Âu,Châu Âu,NATO,ASEAN,LHQ,Liên Hợp Quốc,Liên hợp quốc,WB,IMF,ADB,FED,
ECB,Fed,Quốc tế,
Crimea,Catalonia,Duma,Bundestag,Viêng Chăn,Vientiane,Vatican,Việt Nam Cộng hòa
`
  .replaceAll('\n', '')
  .split(',')
  .map((name) => name.trim())
  .filter(Boolean);
