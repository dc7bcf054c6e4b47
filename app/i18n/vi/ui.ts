/** Words of the primitives in app/ui: they belong to no noun. */
export const ui = {
  required: 'bắt buộc',
  errorSummary: 'Chưa lưu được. Xin xem lại {{count}} mục sau:',
  greyed: 'Chưa dùng được: {{reason}}',
  pages: 'Các trang',
  page: 'Trang {{page}}',
  previousPage: 'Trang trước',
  nextPage: 'Trang sau',
  rowsShown: '{{from}}–{{to}} trong {{total}}',
  noRows: 'Không có dòng nào',
  chooseOne: 'Chọn…',
  noMatch: 'Không có mục nào khớp',
  openList: 'Mở danh sách',
  clearChoice: 'Bỏ chọn',
  fileLimit: 'Mỗi tệp không quá {{size}}',
  percentDone: 'Đã làm {{percent}}%',
  nowAtStep: 'Bước hiện tại',
} as const
