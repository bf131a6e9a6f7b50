/** The newspaper's look: serif broadsheet, thin rules, one deep red. */
export const newspaperStyle = `
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;background:#fbfaf6;color:#1d1b18;
  font:17px/1.55 "Source Serif 4",Georgia,"Noto Serif","DejaVu Serif",serif}
a{color:inherit;text-decoration:none}
a:hover{color:#9b1c1c}
img{display:block;max-width:100%;height:auto;background:#e4dfd3}
.fiction{background:#2a2724;color:#f3ead8;font:13px/1.4 system-ui,"Noto Sans",sans-serif;
  padding:6px 16px;text-align:center}
.masthead{max-width:1180px;margin:0 auto;padding:14px 20px 12px;text-align:center}
.masthead__meta{display:flex;justify-content:space-between;
  font:13px/1.4 system-ui,"Noto Sans",sans-serif;color:#6b645a}
.masthead__name{display:block;font-size:54px;line-height:1.1;font-weight:700;letter-spacing:-.01em;
  color:#9b1c1c}
.masthead__motto{margin:2px 0 0;font-style:italic;color:#6b645a;font-size:15px}
.menu{border-top:1px solid #1d1b18;border-bottom:3px double #1d1b18;background:#fbfaf6}
.menu ul{max-width:1180px;margin:0 auto;padding:0 20px;list-style:none;display:flex;gap:22px;
  overflow-x:auto;font:600 15px/40px system-ui,"Noto Sans",sans-serif;white-space:nowrap}
.front,.reading,.listing{max-width:1180px;margin:0 auto;padding:20px}
.front__top{display:grid;grid-template-columns:minmax(0,1fr) 270px;gap:28px;
  border-bottom:1px solid #cfc8ba;padding-bottom:20px}
.block--tieu-diem .block__body{display:grid;grid-template-columns:repeat(4,minmax(0,1fr));gap:20px}
.block--tieu-diem .story--hero{grid-column:1/-1;display:grid;
  grid-template-columns:minmax(0,1.6fr) minmax(0,1fr);grid-template-rows:auto 1fr;column-gap:24px}
.block--tieu-diem .story--hero .story__picture{grid-row:1/3}
.story__title{margin:8px 0 4px;font-weight:700;line-height:1.25}
.story--hero .story__title{font-size:32px;line-height:1.18;margin-top:0}
.story--large .story__title{font-size:21px}
.story--medium .story__title{font-size:17px}
.story__picture img{width:100%}
.story__lead{margin:0;color:#4c463d;font-size:16px}
.block__title{margin:0 0 10px;font:700 14px/1.3 system-ui,"Noto Sans",sans-serif;
  text-transform:uppercase;letter-spacing:.06em;color:#9b1c1c;border-top:2px solid #9b1c1c;
  padding-top:8px}
.lines{margin:0;padding:0;list-style:none}
.line{padding:8px 0;border-bottom:1px dotted #cfc8ba;font-size:16px;line-height:1.35}
.line:last-child{border-bottom:0}
.front__middle{display:grid;grid-template-columns:minmax(0,1fr) 270px;gap:28px;padding-top:20px}
.front__sections{display:grid;grid-template-columns:repeat(2,minmax(0,1fr));gap:26px 28px;
  align-content:start}
.block--doc-nhieu .lines{counter-reset:n}
.block--doc-nhieu .line{counter-increment:n;padding-left:34px;position:relative}
.block--doc-nhieu .line:before{content:counter(n);position:absolute;left:0;top:4px;font-size:24px;
  color:#b9ad97;font-weight:700}
.block--sponsored{margin-top:22px;background:#f0ead9;padding:12px 14px}
.block--sponsored .block__title{color:#6b645a;border:0;padding:0}
.block--sponsored a{display:block}
.block--sponsored span{display:block;font:13px/1.4 system-ui,"Noto Sans",sans-serif;color:#6b645a}
.reading{display:grid;grid-template-columns:minmax(0,720px) 300px;gap:48px;
  justify-content:space-between}
.crumbs{font:14px/1.4 system-ui,"Noto Sans",sans-serif;color:#6b645a}
.article__title{font-size:38px;line-height:1.18;margin:12px 0 8px}
.article__meta{margin:0 0 14px;font:14px/1.4 system-ui,"Noto Sans",sans-serif;color:#6b645a}
.article__edited{margin-left:10px;font-style:italic}
.article__sapo{font-size:20px;line-height:1.45;font-weight:600;margin:0 0 18px}
.article__body p{margin:0 0 16px}
.article__body h2{font-size:22px;margin:24px 0 10px}
.article__body blockquote{margin:20px 0;padding:2px 0 2px 20px;border-left:4px solid #9b1c1c;
  font-size:20px;font-style:italic}
.article__figure{margin:0 0 20px}
.article__figure figcaption{font:14px/1.4 system-ui,"Noto Sans",sans-serif;color:#6b645a;
  padding-top:6px}
.article__related{background:#f0ead9;padding:12px 16px;margin:0 0 18px}
.article__related span{display:block;font:700 12px/1.4 system-ui,"Noto Sans",sans-serif;
  text-transform:uppercase;color:#9b1c1c}
.article__desk{font:14px/1.4 system-ui,"Noto Sans",sans-serif;color:#6b645a;
  border-top:1px solid #cfc8ba;padding-top:12px}
.article__tags{list-style:none;padding:0;margin:0;display:flex;flex-wrap:wrap;gap:8px;
  font:13px/1.4 system-ui,"Noto Sans",sans-serif}
.article__tags li{background:#eee7d7;padding:4px 10px}
.reading__side .block{margin-bottom:26px}
.listing__title{font-size:34px;margin:4px 0 16px;color:#9b1c1c}
.listing__stories{display:grid;grid-template-columns:repeat(3,minmax(0,1fr));gap:26px}
.listing__stories .story--hero{grid-column:1/-1;display:grid;
  grid-template-columns:minmax(0,1.5fr) minmax(0,1fr);grid-template-rows:auto 1fr;column-gap:24px}
.listing__stories .story--hero .story__picture{grid-row:1/3}
.pager{display:flex;gap:10px;font:15px/1.4 system-ui,"Noto Sans",sans-serif}
.pager a,.pager b{padding:4px 11px;border:1px solid #cfc8ba}
.foot{margin-top:30px;border-top:3px double #1d1b18;padding:18px 20px 30px;text-align:center;
  font:14px/1.5 system-ui,"Noto Sans",sans-serif;color:#4c463d}
.foot p{margin:6px 0}
.foot__links a{margin:0 8px}
@media (max-width:800px){
.masthead__name{font-size:36px}
.masthead__meta span+span{display:none}
.masthead__meta{justify-content:center}
.front__top,.front__middle,.reading{grid-template-columns:minmax(0,1fr)}
.block--tieu-diem .block__body{grid-template-columns:repeat(2,minmax(0,1fr))}
.block--tieu-diem .story--hero,.listing__stories .story--hero{display:block}
.story--hero .story__title{font-size:26px;margin-top:10px}
.front__sections,.listing__stories{grid-template-columns:minmax(0,1fr)}
.article__title{font-size:29px}
.article__sapo{font-size:18px}
}`;
