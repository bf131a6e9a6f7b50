/** Drawn things of the pictures: SVG around the origin, standing on y = 0 or hanging below it. */
export const shapes = {
  boat: '<path d="M0 0h80l-14 18H14z" fill="#5b3a29"/><path d="M38 0v-46l26 40z" fill="#f4efe4"/><path d="M35 0v-38l-22 34z" fill="#d7573b"/>',
  trawler:
    '<path d="M-6-4h150l-20 30H14z" fill="#2c5f8a"/><path d="M-6-4h150l-5 8H-2z" fill="#d7573b"/><path d="M30-34h44v30H30z" fill="#f1ead9"/><path d="M36-28h10v10H36zM52-28h10v10H52z" fill="#45677d"/><path d="M96-4v-60M96-62l44 54M96-62 70-34" stroke="#4a3d33" stroke-width="3"/>',
  house:
    '<path d="M0 0h64v40H0z" fill="#efe6d4"/><path d="M-8 2 32-24 72 2z" fill="#a4503a"/><path d="M26 16h14v24H26z" fill="#6d5238"/>',
  school:
    '<path d="M0 0h220v60H0z" fill="#f3d99b"/><path d="M-6-8h232v10H-6z" fill="#a4503a"/><path d="M90-34h40v28H90z" fill="#f3d99b"/><path d="M84-34h52l-26-16z" fill="#a4503a"/><path d="M12 12h26v20H12zM50 12h26v20H50zM144 12h26v20h-26zM182 12h26v20h-26z" fill="#5f8aa0"/><path d="M98 24h24v36H98z" fill="#7a5638"/><path d="M110-50v-30" stroke="#555" stroke-width="2"/><path d="M110-80h22v14h-22z" fill="#d0312d"/>',
  tower:
    '<path d="M0 0h70v-150H0z" fill="#dfe5e6"/><path d="M10-140h12v14H10zM30-140h12v14H30zM50-140h12v14H50zM10-112h12v14H10zM30-112h12v14H30zM50-112h12v14H50zM10-84h12v14H10zM30-84h12v14H30zM50-84h12v14H50zM10-56h12v14H10zM30-56h12v14H30zM50-56h12v14H50zM28-22h16V0H28z" fill="#6b8896"/>',
  hall: '<path d="M0 0h260v70H0z" fill="#e9e2d2"/><path d="M-10-10h280v14H-10z" fill="#8c2f28"/><path d="M110-52 20-10h220z" fill="#8c2f28" transform="translate(20 0)"/><path d="M24 8h16v62H24zM72 8h16v62H72zM172 8h16v62h-16zM220 8h16v62h-16z" fill="#cfc4ab"/><path d="M112 20h36v50h-36z" fill="#6d5238"/>',
  factory:
    '<path d="M0 0h240v60H0z" fill="#b8c3c9"/><path d="M0 0l40-26v26l40-26v26l40-26v26l40-26v26z" fill="#8fa0aa"/><path d="M196-80h16v80h-16zM220-66h14v66h-14z" fill="#a4503a"/><path d="M16 18h30v18H16zM66 18h30v18H66zM116 18h30v18h-30zM166 18h30v18h-30z" fill="#eef3f5"/>',
  palm: '<path d="M0 0c4-30 2-60-4-92h8c8 34 8 62 6 92z" fill="#7a5a3a"/><path d="M0-92c-30-18-52-8-64 10 24-10 44-8 62-6-18 6-32 20-34 40 14-18 26-26 38-32 6 10 12 20 12 38 8-20 6-32 0-42 16 0 30 6 44 20-4-24-24-34-44-32 14-10 28-12 42-8-16-16-40-10-56 12z" fill="#3f7a4a"/>',
  bridge:
    '<path d="M0 0h520v14H0z" fill="#8d8577"/><path d="M0 14c60 60 120 60 173 0 53 60 120 60 173 0 53 60 120 60 174 0v10c-54 66-121 66-174 6-53 60-120 60-173 6-53 54-113 54-173-12z" fill="#a89f8f"/><path d="M168 10h12v70h-12zM341 10h12v70h-12z" fill="#8d8577"/>',
  clinic:
    '<path d="M0 0h190v-84H0z" fill="#eef4f5"/><path d="M-6-94h202v12H-6z" fill="#4c93a8"/><path d="M84-70h22v44H84z" fill="#d0312d" transform="translate(0 4)"/><path d="M73-55h44v14H73z" fill="#d0312d"/><path d="M14-66h30v20H14zM146-66h30v20h-30zM14-34h30v20H14zM146-34h30v20h-30z" fill="#7fb0bf"/>',
  stand:
    '<path d="M0 0h70v-36H0z" fill="#c8763f"/><path d="M-8-36h86l-10-26H2z" fill="#d7573b"/><path d="M14-36V-62h14v26zM42-36V-62h14v26z" fill="#f5efe2"/><circle cx="16" cy="-8" r="8" fill="#7fa64a"/><circle cx="36" cy="-8" r="8" fill="#e0b33c"/><circle cx="55" cy="-8" r="8" fill="#b6452f"/>',
};

export type Shape = keyof typeof shapes;
