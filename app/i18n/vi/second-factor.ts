/** The second factor: an authenticator app and recovery codes; and proving anew who one is. */
export const secondFactor = {
  title: 'Xác thực hai lớp',
  on: 'Đang bật: sau mật khẩu, mỗi lần đăng nhập cần thêm một mã từ ứng dụng xác thực.',
  off: 'Đang tắt: ai biết mật khẩu của bạn thì đăng nhập được.',
  begin: 'Bật xác thực hai lớp',
  manage: 'Quản lý xác thực hai lớp',
  how: 'Cần một ứng dụng xác thực trên điện thoại, như Google Authenticator, Microsoft Authenticator hoặc FreeOTP. Xin nhập mật khẩu để bắt đầu.',
  password: 'Mật khẩu của bạn',
  scan: 'Mở ứng dụng xác thực, chọn thêm tài khoản và quét hình này. Sau đó nhập mã 6 chữ số mà ứng dụng hiện.',
  picture: 'Mã QR cho ứng dụng xác thực',
  orType: 'Không quét được thì gõ khóa này vào ứng dụng (loại “theo thời gian”):',
  code: 'Mã xác thực',
  codeHint: 'Sáu chữ số trong ứng dụng; mỗi mã chỉ dùng được một lần.',
  confirm: 'Xác nhận và bật',
  wrongCode: 'Mã không đúng, đã hết hạn hoặc đã dùng. Xin đợi ứng dụng hiện mã mới.',
  isOn: 'Xác thực hai lớp đang bật.',

  recoveryCode: 'Mã khôi phục',
  recoveryCodeHint: 'Một trong các mã bạn đã cất khi bật xác thực hai lớp; mỗi mã dùng một lần.',
  recoveryCodes: 'Mã khôi phục',
  recoveryCodesOnce:
    'Các mã này chỉ hiện một lần. Xin chép hoặc in ra và cất nơi an toàn: khi không có điện thoại, mỗi mã thay được một lần xác thực.',
  codesKept: 'Tôi đã cất các mã',
  codesLeft: 'Số mã khôi phục chưa dùng: {{left}}.',
  renewCodes: 'Tạo lại mã khôi phục',
  renewCodesEffect: 'Các mã cũ mất giá trị ngay.',
  turnOff: 'Tắt xác thực hai lớp',
  turnOffEffect: 'Sau đó chỉ cần mật khẩu để đăng nhập; các mã khôi phục mất giá trị.',

  stepTitle: 'Nhập mã xác thực',
  useRecoveryCode: 'Không có điện thoại? Dùng mã khôi phục',
  useApp: 'Dùng mã từ ứng dụng',
  stepHelp: 'Mất cả điện thoại và mã khôi phục? Xin liên hệ quản trị viên của cơ quan để gỡ xác thực hai lớp.',
  stepEnded: 'Bước xác thực đã hết hạn, hoặc mã đã được dùng. Xin đăng nhập lại bằng mã mới.',
  heldBack: 'Có quá nhiều mã sai. Xin đợi {{minutes}} phút rồi thử lại.',

  whyRequired:
    'Chức vụ của bạn bắt buộc có xác thực hai lớp. Xin bật trước khi làm việc; những gì bạn vừa nhập vẫn được giữ.',
  goOn: 'Tiếp tục',
  resetTitle: 'Xác thực hai lớp đã bị gỡ',
  wasReset:
    'Quản trị viên đã gỡ xác thực hai lớp của tài khoản này. Nếu bạn không yêu cầu, xin báo ngay cho quản trị viên và đổi mật khẩu. Bạn có thể bật lại ở trang Tài khoản của tôi.',

  againTitle: 'Xác nhận lại danh tính',
  againWhy:
    'Việc này trao quyền cho người khác, nên cần biết chắc đó là bạn, {{name}}. Một lần xác nhận có giá trị 15 phút.',
  formKept: 'Những gì bạn vừa nhập được giữ lại và sẽ hiện lại ngay sau đây. Tệp thì xin chọn lại.',
  again: 'Xác nhận',
  againRefused: 'Mật khẩu hoặc mã không đúng. Nếu nhập sai nhiều lần, xin đợi 15 phút rồi thử lại.',

  done: { turnedOff: 'Đã tắt xác thực hai lớp.' },
  errors: {
    alreadyOn: 'Xác thực hai lớp đã bật.',
    notOn: 'Xác thực hai lớp chưa bật.',
    notBegun: 'Xin bắt đầu lại từ bước nhập mật khẩu.',
    required: 'Chức vụ của bạn bắt buộc có xác thực hai lớp.',
  },
} as const
