import type { Place } from '../../../src/domain/index.ts';

// The provinces and cities of Vietnam: 63 until 2025-06-30, 34 since 2025-07-01 (Resolution
// 202/2025/QH15).
// One row: id | name | other names, comma-separated | successor since 2025-07-01 (empty where it
// stayed itself).
const rows = `
ha-noi|Hà Nội|HN,Thủ đô Hà Nội|
hue|Huế|Thừa Thiên Huế,Thừa Thiên - Huế,TT-Huế,TT Huế|
lai-chau|Lai Châu||
dien-bien|Điện Biên||
son-la|Sơn La||
lang-son|Lạng Sơn||
quang-ninh|Quảng Ninh||
thanh-hoa|Thanh Hóa||
nghe-an|Nghệ An||
ha-tinh|Hà Tĩnh||
cao-bang|Cao Bằng||
tuyen-quang|Tuyên Quang||
ha-giang|Hà Giang||tuyen-quang
lao-cai|Lào Cai||
yen-bai|Yên Bái||lao-cai
thai-nguyen|Thái Nguyên||
bac-kan|Bắc Kạn|Bắc Cạn|thai-nguyen
phu-tho|Phú Thọ||
vinh-phuc|Vĩnh Phúc||phu-tho
hoa-binh|Hòa Bình||phu-tho
bac-ninh|Bắc Ninh||
bac-giang|Bắc Giang||bac-ninh
hung-yen|Hưng Yên||
thai-binh|Thái Bình||hung-yen
hai-phong|Hải Phòng||
hai-duong|Hải Dương||hai-phong
ninh-binh|Ninh Bình||
ha-nam|Hà Nam||ninh-binh
nam-dinh|Nam Định||ninh-binh
quang-tri|Quảng Trị||
quang-binh|Quảng Bình||quang-tri
da-nang|Đà Nẵng||
quang-nam|Quảng Nam||da-nang
quang-ngai|Quảng Ngãi||
kon-tum|Kon Tum|Kontum|quang-ngai
gia-lai|Gia Lai||
binh-dinh|Bình Định||gia-lai
khanh-hoa|Khánh Hòa||
ninh-thuan|Ninh Thuận||khanh-hoa
lam-dong|Lâm Đồng||
dak-nong|Đắk Nông|Đăk Nông,Đắc Nông,Đak Nông|lam-dong
binh-thuan|Bình Thuận||lam-dong
dak-lak|Đắk Lắk|Đăk Lăk,Đắc Lắc,Đắk Lăk,Đắc Lắk,Daklak|
phu-yen|Phú Yên||dak-lak
ho-chi-minh|Thành phố Hồ Chí Minh|TP Hồ Chí Minh,TP.HCM,TPHCM,HCM,HCMC|
binh-duong|Bình Dương||ho-chi-minh
ba-ria-vung-tau|Bà Rịa - Vũng Tàu|Bà Rịa Vũng Tàu,BR-VT,BRVT,Vũng Tàu|ho-chi-minh
dong-nai|Đồng Nai||
binh-phuoc|Bình Phước||dong-nai
tay-ninh|Tây Ninh||
long-an|Long An||tay-ninh
can-tho|Cần Thơ||
soc-trang|Sóc Trăng||can-tho
hau-giang|Hậu Giang||can-tho
vinh-long|Vĩnh Long||
ben-tre|Bến Tre||vinh-long
tra-vinh|Trà Vinh||vinh-long
dong-thap|Đồng Tháp||
tien-giang|Tiền Giang||dong-thap
ca-mau|Cà Mau||
bac-lieu|Bạc Liêu||ca-mau
an-giang|An Giang||
kien-giang|Kiên Giang||an-giang
`;

/** The 63 provinces and cities; 29 of them end on 2025-06-30 and name their successor, 34 go on. */
export const vietnamPlaces: readonly Place[] = rows
  .trim()
  .split('\n')
  .map((row) => {
    const [id, name, others, successor] = row.split('|') as [string, string, string, string];
    return {
      id,
      name,
      otherNames: others === '' ? [] : others.split(','),
      parent: 'vn',
      from: null,
      until: successor === '' ? null : '2025-06-30',
      successor: successor === '' ? null : successor,
    };
  });
