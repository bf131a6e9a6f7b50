/** The city site's look: cards on grey, teal and coral, sans serif. */
export const cityStyle = `
*{box-sizing:border-box}
body{margin:0;background:#eef2f3;color:#13232b;
  font:16px/1.55 "Be Vietnam Pro",system-ui,"Noto Sans","DejaVu Sans",sans-serif}
a{color:inherit;text-decoration:none}
a:hover{color:#00707a}
img{display:block;width:100%;height:auto;background:#d6e0e2;border-radius:8px}
h1,h2,h3,p,ol,ul{margin:0}
.topnote{background:#ffe3d6;color:#6b2c12;font-size:13px;text-align:center;padding:6px 14px}
.bar{max-width:1160px;margin:0 auto;padding:18px 20px 10px;display:flex;align-items:baseline;
  gap:16px}
.logo{font-size:28px;font-weight:800;letter-spacing:-.02em;color:#00707a;display:flex;
  align-items:center;gap:10px}
.logo i{width:26px;height:26px;border-radius:50% 50% 50% 6px;background:#ff6f4d;
  display:inline-block}
.bar p{color:#5a6c74;font-size:14px}
.tabs{position:sticky;top:0;z-index:2;background:#00707a;color:#fff;display:flex;gap:4px;
  overflow-x:auto;padding:0 max(16px,calc(50vw - 564px));white-space:nowrap}
.tabs a{padding:11px 12px;font-weight:600;font-size:15px}
.tabs a:hover{background:#005b63;color:#fff}
.page{max-width:1160px;margin:0 auto;padding:16px 20px 8px}
.zone{margin:0 0 22px}
.zone>h2{font-size:19px;margin:0 0 12px;padding-left:12px;border-left:5px solid #ff6f4d;
  line-height:1.3}
.nong{background:#fff;border-radius:8px;display:flex;align-items:center;gap:14px;padding:8px 14px;
  overflow:hidden}
.nong>h2{margin:0;font-size:14px;border:0;background:#ff6f4d;color:#fff;border-radius:4px;
  padding:2px 10px;flex:none}
.nong .inner{overflow:hidden;flex:1}
.nong ol{display:flex;gap:34px;list-style:none;padding:0;white-space:nowrap;
  animation:slide 60s linear infinite}
@keyframes slide{to{transform:translateX(-60%)}}
.tile{background:#fff;border-radius:10px;overflow:hidden}
.tile .words{padding:10px 14px 14px}
.tile .thumb img{border-radius:0}
.tile h3{font-size:16px;line-height:1.35;margin:2px 0 4px}
.tile p{color:#4d5f67;font-size:15px}
.kicker{font-size:12px;font-weight:700;text-transform:uppercase;letter-spacing:.04em;color:#c2451f}
.ago{font-size:13px;color:#7b8b92}
.noi-bat .inner{display:grid;grid-template-columns:2fr 1fr 1fr;gap:16px}
.noi-bat .hero{grid-row:1/3;display:flex;flex-direction:column}
.noi-bat .hero .thumb{flex:1;min-height:0;display:block}
.noi-bat .hero .thumb img{height:100%;min-height:300px;object-fit:cover}
.noi-bat .hero h3{font-size:26px;line-height:1.22}
.two{display:grid;grid-template-columns:minmax(0,1fr) 320px;gap:26px}
.small{display:grid;grid-template-columns:176px minmax(0,1fr);margin-bottom:12px}
.small h3{font-size:17px}
.small .thumb img{height:100%;min-height:99px;object-fit:cover}
.two+.zone{margin-top:22px}
.dong-tin .hero{margin-bottom:14px}
.dong-tin .hero h3{font-size:26px;line-height:1.22}
.small p{display:-webkit-box;-webkit-line-clamp:2;-webkit-box-orient:vertical;overflow:hidden}
.doc-nhieu ol{list-style:none;padding:0;counter-reset:n;background:#fff;border-radius:10px}
.doc-nhieu li{counter-increment:n;padding:11px 14px 11px 46px;position:relative;
  border-bottom:1px solid #e6ecee;font-size:15px;line-height:1.4;font-weight:600}
.doc-nhieu li:before{content:counter(n);position:absolute;left:14px;top:9px;font-size:20px;
  color:#00a0a8;font-weight:800}
.partner a{display:block;background:#fff7df;border:1px dashed #d7b955;border-radius:10px;
  padding:14px;font-weight:600}
.partner small{display:block;color:#8a7327;font-weight:400}
.zone[class*="muc-"] .inner,.row{display:grid;grid-template-columns:repeat(3,minmax(0,1fr));
  gap:16px}
.post{background:#fff;border-radius:12px;padding:26px 34px}
.post h1{font-size:34px;line-height:1.2;margin:6px 0 10px;letter-spacing:-.01em}
.when{color:#5a6c74;font-size:14px;display:flex;gap:14px;flex-wrap:wrap}
.edited{color:#c2451f}
.intro{font-size:18px;line-height:1.5;font-weight:600;margin:16px 0}
.text p{margin:0 0 16px;font-size:17px}
.text h3{font-size:19px;margin:22px 0 10px}
.text figure{margin:0 0 18px}
.text figcaption{font-size:14px;color:#5a6c74;padding:8px 4px 0}
.text blockquote{margin:0 0 18px;padding:14px 18px;background:#e7f4f4;border-radius:10px;
  font-size:18px}
.xem-them{background:#f3f6f7;border-radius:8px;padding:12px 16px 12px 34px;font-weight:600;
  font-size:15px}
.source{color:#5a6c74;font-size:14px;margin-top:16px}
.hashtags{color:#00707a;font-size:14px;margin-top:6px}
.sectiontitle{font-size:30px;margin:6px 0 16px;color:#00707a}
.more{display:inline-block;background:#00707a;color:#fff;border-radius:20px;padding:8px 20px;
  font-weight:600}
.bottom{background:#13232b;color:#d5e2e4;margin-top:20px;padding:26px 20px;display:flex;
  flex-direction:column;gap:6px;align-items:center;font-size:14px;text-align:center}
@media (max-width:800px){
.bar{flex-wrap:wrap;padding-top:12px}
.bar p{display:none}
.two,.noi-bat .inner{grid-template-columns:minmax(0,1fr)}
.noi-bat .hero{grid-row:auto}
.zone[class*="muc-"] .inner,.row{grid-template-columns:minmax(0,1fr)}
.noi-bat .hero h3,.dong-tin .hero h3{font-size:22px}
.small{grid-template-columns:118px minmax(0,1fr)}
.small p{display:none}
.small h3{font-size:16px}
.post{padding:18px}
.post h1{font-size:26px}
}`;
