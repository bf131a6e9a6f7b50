/** The broadcaster's look: dark blue, a big carousel, boxes with titles. */
export const broadcasterStyle = `
*{box-sizing:border-box}
body{margin:0;background:#f4f6fa;color:#16213a;
  font:16px/1.5 Arial,"Liberation Sans","Noto Sans",sans-serif}
a{color:#16213a;text-decoration:none}
a:hover{color:#d0212f}
img{display:block;max-width:100%;height:auto;background:#cfd7e6}
.wrap{max-width:1140px;margin:0 auto;padding:0 18px}
#note{background:#fff3c4;color:#5b4a00;font-size:13px;text-align:center;padding:6px 12px}
#head{background:#0d2a63;color:#fff}
#head .wrap{display:flex;justify-content:space-between;align-items:center;padding-top:16px;
  padding-bottom:16px}
#brand{color:#fff;display:flex;align-items:center;gap:14px;font-size:18px}
#brand b{font-size:34px;letter-spacing:.04em;background:#d0212f;padding:2px 12px;line-height:1.2}
#today{text-align:right;font-size:14px;color:#cdd8f0}
#today a{color:#fff}
#menu{background:#13397f;overflow-x:auto}
#menu table{border-collapse:collapse;white-space:nowrap}
#menu td{padding:0}
#menu a{display:block;color:#fff;padding:11px 14px;font-weight:bold;font-size:14px}
#menu a:hover{background:#d0212f}
.carousel{position:relative;overflow:hidden;margin:18px 0;background:#0d2a63}
.track{display:flex;transition:transform .6s}
.slide{flex:0 0 100%;position:relative}
.slide img{width:100%;aspect-ratio:1100/480;object-fit:cover}
.slide-text{position:absolute;left:0;right:0;bottom:0;padding:60px 34px 34px;
  background:linear-gradient(transparent,rgba(5,16,43,.88));color:#fff}
.slide-text h2{margin:0 0 8px;font-size:30px;line-height:1.2}
.slide-text a{color:#fff}
.slide-text p{margin:0;max-width:760px}
.dots{position:absolute;right:24px;bottom:16px}
.dots i{display:inline-block;width:10px;height:10px;border-radius:50%;background:#8ea3cf;
  margin-left:7px}
.dots .on{background:#fff}
.columns{display:flex;gap:24px;align-items:flex-start;margin-top:18px}
.left{flex:1;min-width:0}
.right{flex:0 0 300px}
.box{background:#fff;margin-bottom:20px;border-top:3px solid #13397f}
.box-title{padding:10px 16px;font-weight:bold;text-transform:uppercase;color:#13397f;
  font-size:15px;border-bottom:1px solid #e2e7f1}
.box-body{padding:14px 16px}
.box ul{list-style:none;margin:0;padding:0}
.box li{padding:8px 0 8px 16px;border-bottom:1px solid #edf0f6;position:relative;line-height:1.4}
.box li:before{content:"";position:absolute;left:0;top:16px;width:6px;height:6px;background:#d0212f}
.tin-chinh .box-body{display:grid;grid-template-columns:repeat(3,minmax(0,1fr));gap:18px}
.item.medium img{width:100%}
.item h3{margin:8px 0 4px;font-size:16px;line-height:1.35}
.item p{margin:0;font-size:14px;color:#4a5673}
.grid{display:grid;grid-template-columns:repeat(2,minmax(0,1fr));gap:20px}
.grid .box{margin:0}
.grid .medium h3{font-size:18px}
.small{display:flex;gap:12px;padding-top:12px;margin-top:12px;border-top:1px solid #edf0f6}
.small img{width:110px;height:62px;object-fit:cover;flex:none}
.small h3{font-size:15px;margin:0;font-weight:normal}
.detail{background:#fff;padding:24px 30px;margin-bottom:20px}
.path{font-size:13px;color:#5d6a88}
.detail h1{font-size:30px;line-height:1.25;margin:10px 0 8px}
.post-date{font-size:14px;color:#5d6a88}
.post-edit{font-size:13px;color:#d0212f}
.lead{font-weight:bold;font-size:17px;margin:14px 0}
.content p{margin:0 0 14px;font-size:17px;line-height:1.6;text-align:justify}
.hinh{width:100%;border-collapse:collapse;margin:0 0 16px}
.hinh td{padding:0}
.chu-thich{background:#edf0f6;font-size:14px;font-style:italic;padding:8px 12px!important;
  text-align:center}
.tin-lien-quan{margin:0 0 14px;font-weight:bold}
.desk{font-size:14px;color:#5d6a88;text-align:right;font-style:italic}
.page-title{font-size:28px;color:#13397f;margin:22px 0 14px}
.list{display:grid;grid-template-columns:repeat(3,minmax(0,1fr));gap:20px}
.list .item{background:#fff;padding-bottom:12px}
.list .item h3,.list .item p{padding:0 12px}
.pages{font-size:15px}
.pages b,.pages a{padding:3px 9px;border:1px solid #c5cfe3;background:#fff}
table.schedule{width:100%;border-collapse:collapse;background:#fff}
table.schedule td{padding:9px 14px;border-bottom:1px solid #e2e7f1;vertical-align:top}
table.schedule td:first-child{width:80px;font-weight:bold;color:#13397f}
table.schedule tr.news td{background:#fff8e1}
.days{display:flex;gap:8px;flex-wrap:wrap;margin:0 0 14px}
.days a,.days b{padding:6px 12px;background:#fff;border:1px solid #c5cfe3;font-size:14px}
.player{background:#05102b;color:#cdd8f0;aspect-ratio:16/9;display:flex;align-items:center;
  justify-content:center;font-size:60px}
.rundown{list-style:none;margin:16px 0;padding:0;background:#fff}
.rundown li{display:flex;gap:16px;padding:10px 16px;border-bottom:1px solid #e2e7f1}
.rundown time{flex:0 0 56px;font-weight:bold;color:#d0212f}
.rundown em{margin-left:auto;color:#5d6a88;font-style:normal;font-size:14px;white-space:nowrap}
#foot{background:#0d2a63;color:#cdd8f0;margin-top:26px;padding:22px 0;font-size:14px}
#foot p{margin:4px 0}
@media (max-width:800px){
#head .wrap{flex-direction:column;align-items:flex-start;gap:8px}
#today{text-align:left}
#brand span{font-size:15px}
.columns{display:block}
.tin-chinh .box-body,.grid,.list{grid-template-columns:minmax(0,1fr)}
.slide img{aspect-ratio:4/3}
.slide-text{padding:40px 16px 32px}
.slide-text h2{font-size:20px}
.slide-text p{display:none}
.detail{padding:18px 16px}
.detail h1{font-size:25px}
.content p{text-align:left}
.rundown em{display:none}
}`;
