import { QRCodeSVG } from '@rc-component/qrcode'

const SIDE_PX = 132
const QUIET_MODULES = 4

/** The digits as a QR code, by the drawer that Ant Design brings along (MIT, kept by the same people, no install script). Dark on light in every mode: cameras read the other way round badly. */
const CodePicture = ({ digits }: { readonly digits: string }) => (
  <QRCodeSVG
    value={digits}
    size={SIDE_PX}
    level="M"
    marginSize={QUIET_MODULES}
    bgColor="#ffffff"
    fgColor="#000000"
    aria-hidden="true"
  />
)

export default CodePicture
