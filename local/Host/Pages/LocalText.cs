using ProgramReview.Core.Planning;

namespace ProgramReview.Local.Host.Pages;

/// <summary>The words of the local host's own pages.</summary>
internal static class LocalText
{
    public static readonly LocalizedText FirstPage = new("Trang đầu", "First page", "पहला पृष्ठ");
    public static readonly LocalizedText Mailbox = new("Hộp thư", "Mailbox", "डाक-पेटी");
    public static readonly LocalizedText Pages = new("Các trang", "Pages", "पृष्ठ");
    public static readonly LocalizedText PageLanguage = new(
        "Ngôn ngữ của trang",
        "Language of this page",
        "इस पृष्ठ की भाषा"
    );

    public static readonly LocalizedText SignIn = new("Đăng nhập", "Sign in", "साइन इन करें");
    public static readonly LocalizedText SignInHint = new(
        "Trên máy này không có tài khoản thật: hãy ghi địa chỉ của người phê duyệt như trong kế hoạch. Để trống là đăng xuất.",
        "This machine has no real accounts: name the approver's address as it stands in the plan. Leave it empty to sign out.",
        "इस मशीन पर असली खाते नहीं हैं: अनुमोदक का वही पता लिखें जो योजना में है। साइन आउट के लिए खाली छोड़ें।"
    );
    public static readonly LocalizedText Account = new("Tài khoản", "Account", "खाता");

    public static readonly LocalizedText NoPage = new(
        "Không có trang này",
        "No page here",
        "यहाँ कोई पृष्ठ नहीं है"
    );
    public static readonly LocalizedText NoPageAt = new(
        "Trên máy này không có trang nào ở địa chỉ",
        "On this machine there is no page at",
        "इस मशीन पर इस पते पर कोई पृष्ठ नहीं है:"
    );
    public static readonly LocalizedText NoPageHint = new(
        "Liên kết trong thư phải được sao chép đầy đủ; hãy tìm lại trong hộp thư.",
        "A link that came by mail must be whole; look for it in the mailbox.",
        "डाक से आया लिंक पूरा होना चाहिए; उसे डाक-पेटी में देखें।"
    );

    public static readonly LocalizedText Stays = new(
        "Mọi thư của hệ thống đến đây và không rời khỏi máy này.",
        "What the product sends arrives here; nothing leaves this machine.",
        "प्रणाली जो भेजती है, यहीं आता है; कुछ भी इस मशीन से बाहर नहीं जाता।"
    );
    public static readonly LocalizedText NoMail = new(
        "Chưa có thư nào.",
        "No mail yet.",
        "अभी कोई डाक नहीं है।"
    );
    public static readonly LocalizedText NoMailTo = new(
        "Chưa có thư nào gửi đến",
        "No mail yet to",
        "अभी इस पते पर कोई डाक नहीं है:"
    );
    public static readonly LocalizedText NothingFound = new(
        "Không tìm thấy thư nào.",
        "Nothing was found.",
        "कुछ नहीं मिला।"
    );
    public static readonly LocalizedText Everything = new("Xem tất cả", "Show all", "सब दिखाएँ");
    public static readonly LocalizedText SearchFor = new(
        "Tìm theo tên, địa chỉ hoặc tiêu đề (không cần dấu)",
        "Search names, addresses and subjects (accents need not be typed)",
        "नाम, पते या विषय में खोजें"
    );
    public static readonly LocalizedText Search = new("Tìm", "Search", "खोजें");
    public static readonly LocalizedText People = new("Người nhận", "Addressees", "प्राप्तकर्ता");
    public static readonly LocalizedText Mails = new("Thư", "Mails", "डाक");
    public static readonly LocalizedText Page = new("Trang", "Page", "पृष्ठ");
    public static readonly LocalizedText Previous = new(
        "Trang trước",
        "Previous page",
        "पिछला पृष्ठ"
    );
    public static readonly LocalizedText Next = new("Trang sau", "Next page", "अगला पृष्ठ");

    public static readonly LocalizedText To = new("Người nhận", "To", "प्रति");
    public static readonly LocalizedText From = new("Người gửi", "From", "प्रेषक");
    public static readonly LocalizedText Sent = new("Thời điểm gửi", "Sent", "भेजा गया");
    public static readonly LocalizedText TheMail = new("Nội dung thư", "The mail", "पत्र");
    public static readonly LocalizedText Attached = new("Tệp đính kèm", "Attached", "संलग्न");
    public static readonly LocalizedText PlainText = new(
        "Dạng văn bản thuần",
        "As plain text",
        "सादे पाठ में"
    );
    public static readonly LocalizedText AllMails = new(
        "Mọi người nhận",
        "All addressees",
        "सभी प्राप्तकर्ता"
    );
    public static readonly LocalizedText AllMailsTo = new(
        "Mọi thư gửi đến",
        "All mails to",
        "इस पते की सारी डाक:"
    );
    public static readonly LocalizedText NoSuchMail = new(
        "Không có thư này",
        "No such mail",
        "ऐसा कोई पत्र नहीं है"
    );
    public static readonly LocalizedText MayBeDeleted = new(
        "Thư có thể đã bị xóa.",
        "It may have been deleted.",
        "हो सकता है उसे हटा दिया गया हो।"
    );

    public static readonly LocalizedText Clock = new(
        "Đồng hồ của máy này",
        "Clock of this machine",
        "इस मशीन की घड़ी"
    );
    public static readonly LocalizedText NextEvent = new(
        "Sự kiện kế tiếp",
        "Next event",
        "अगली घटना"
    );
    public static readonly LocalizedText Upcoming = new("Kế tiếp:", "Next:", "आगे:");
    public static readonly LocalizedText Pause = new("Tạm dừng", "Pause", "रोकें");
    public static readonly LocalizedText Continue = new("Tiếp tục", "Continue", "चालू करें");
    public static readonly LocalizedText Slower = new("Chậm hơn", "Slower", "धीमा");
    public static readonly LocalizedText Faster = new("Nhanh hơn", "Faster", "तेज़");
    public static readonly LocalizedText Paused = new("đang dừng", "paused", "रुकी हुई");
    public static readonly LocalizedText Stopped = new("đã tắt", "stopped", "बंद");
    public static readonly LocalizedText RealTime = new(
        "thời gian thực",
        "real time",
        "वास्तविक समय"
    );
}
