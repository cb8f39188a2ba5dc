using ProgramReview.Functions.Mail;

namespace ProgramReview.Adapters.Tests.Mail;

internal static class Mails
{
    public static OutgoingMail Vietnamese(string to = "don-vi@hanoi.example") =>
        new(
            "hanoi.unit.r1.request.nguyen-van-a",
            "Ban Tổ chức Thành ủy",
            "tong-ket@hanoi.example",
            "Nguyễn Văn Ánh",
            to,
            "Đề nghị gửi báo cáo tổng kết Chương trình số 01-CTr/TU trước ngày 30/9/2024",
            "Kính gửi đồng chí,\nhttps://hanoi.example/u/abc?t=1&x=2\n",
            "<p>Kính gửi đồng chí,</p><p><a href=\"https://hanoi.example/u/abc?t=1&amp;x=2\">Gửi báo cáo</a></p>",
            "vi"
        )
        {
            ReplyTo = new MailAddressee("Ban Tổ chức, Thành ủy", "van-phong@hanoi.example"),
        };

    public static OutgoingMail Hindi(string to) =>
        Vietnamese(to) with
        {
            Id = "hanoi.unit.r1.reminder.nguyen-van-a",
            Subject = "रिपोर्ट अपेक्षित है: कार्यक्रम 01 का सारांश ३० सितंबर २०२४ तक",
            Text = "कृपया रिपोर्ट भेजें।\n",
            Html = "<p>कृपया रिपोर्ट भेजें।</p>",
            LanguageTag = "hi",
        };
}
