/** Days begin and end here, and moments are shown by its clocks, wherever the server or the browser stands. */
export const OFFICE_ZONE = 'Asia/Ho_Chi_Minh'
