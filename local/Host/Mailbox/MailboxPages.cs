using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ProgramReview.Local.Host.Pages;

namespace ProgramReview.Local.Host.Mailbox;

/// <summary>The mailbox for people: the list, a mail, and its HTML in a frame where nothing of it can run.</summary>
internal static class MailboxPages
{
    /// <summary>Nothing in a mail may run or fetch; the page around it may measure it, and its links leave the frame when a person presses them.</summary>
    private const string MailPolicy =
        "sandbox allow-same-origin allow-top-navigation-by-user-activation; default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'self'; frame-ancestors 'self'";

    /// <summary>Adds the pages under /mailbox.</summary>
    public static void Map(
        IEndpointRouteBuilder endpoints,
        MailStore store,
        Func<DateTimeOffset, string> shown
    )
    {
        endpoints
            .MapGet("/mailbox", (HttpContext context) => List(context, store, shown))
            .WithOrder(-1);
        endpoints
            .MapGet(
                "/mailbox/{id}",
                (HttpContext context, string id) =>
                    store.Find(id) is { } mail ? Show(context, mail, shown) : Missing(context)
            )
            .WithOrder(-1);
        endpoints
            .MapGet(
                "/mailbox/{id}/html",
                (HttpContext context, string id) =>
                    store.Find(id) is { } mail ? Html(context, mail) : Missing(context)
            )
            .WithOrder(-1);
        endpoints
            .MapGet(
                "/mailbox/{id}/files/{at:int}",
                (HttpContext context, string id, int at) =>
                    store.Find(id)?.Files?.ElementAtOrDefault(at) is { } file
                        ? Results.File(file.Content, file.ContentType, file.Name)
                        : Missing(context)
            )
            .WithOrder(-1);
    }

    private static Markup Files(StoredMail mail) =>
        mail.Files is { Count: > 0 } files
            ? (Markup)
                $"<p>Attached: {Markup.Join(files.Select((file, at) => (Markup)$"""<a href="/mailbox/{Uri.EscapeDataString(mail.Id)}/files/{at}" download>{file.Name}</a> """))}</p>"
            : (Markup)$"";

    private static IResult List(
        HttpContext context,
        MailStore store,
        Func<DateTimeOffset, string> shown
    )
    {
        var wanted = context.Request.Query["to"].ToString();
        var mails = store
            .List()
            .Reverse()
            .Where(mail =>
                wanted.Length == 0
                || mail.To.Address.Equals(wanted, StringComparison.OrdinalIgnoreCase)
            )
            .ToArray();
        if (mails.Length == 0)
        {
            return LocalPage.Show(
                context,
                "Mailbox",
                $"<p>No mail{(wanted.Length == 0 ? "" : $" to {wanted}")} yet. What the product sends arrives here and nowhere else.</p>"
            );
        }

        var rows = Markup.Join(mails.Select(mail => Row(mail, shown)));
        return LocalPage.Show(
            context,
            "Mailbox",
            $"""
            <p>{mails.Length} mails{(
                wanted.Length == 0 ? "" : $" to {wanted}"
            )}, newest first. Nothing leaves this machine.</p>
            <ul class="mails">{rows}</ul>
            """
        );
    }

    private static Markup Row(StoredMail mail, Func<DateTimeOffset, string> shown) =>
        $"""
            <li><a href="/mailbox/{Uri.EscapeDataString(
                mail.Id
            )}"><span class="to">{mail.To.Name} <small>{mail.To.Address}</small></span>
            <span class="subject">{mail.Subject}</span>
            <time datetime="{mail.Date.ToString("O", CultureInfo.InvariantCulture)}">{shown(
                mail.Date
            )}</time></a></li>
            """;

    private static IResult Show(
        HttpContext context,
        StoredMail mail,
        Func<DateTimeOffset, string> shown
    )
    {
        var frame = $"/mailbox/{Uri.EscapeDataString(mail.Id)}/html";
        return LocalPage.Show(
            context,
            mail.Subject,
            $"""
            <dl class="mail">
            <dt>To</dt><dd>{mail.To.ToString()}</dd>
            <dt>From</dt><dd>{mail.From.ToString()}</dd>
            <dt>Sent</dt><dd><time datetime="{mail.Date.ToString(
                "O",
                CultureInfo.InvariantCulture
            )}">{shown(mail.Date)}</time></dd>
            </dl>
            <iframe class="mail" title="The mail" sandbox="allow-same-origin allow-top-navigation-by-user-activation" src="{frame}"></iframe>
            <script src="/local/mailbox.js"></script>
            {Files(mail)}
            <details><summary>As plain text</summary><pre>{mail.Text}</pre></details>
            <p><a href="/mailbox">All mails</a> · <a href="/mailbox?to={Uri.EscapeDataString(
                mail.To.Address
            )}">All mails to {mail.To.Address}</a></p>
            """
        );
    }

    private static IResult Html(HttpContext context, StoredMail mail)
    {
        context.Response.Headers.ContentSecurityPolicy = MailPolicy;
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers["Referrer-Policy"] = "no-referrer";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        return Results.Content(WithTopLinks(mail.Html), "text/html; charset=utf-8");
    }

    /// <summary>The mail with its links leading out of the frame.</summary>
    private static string WithTopLinks(string html)
    {
        const string Base = "<base target=\"_top\">";
        var head = html.IndexOf("<head>", StringComparison.OrdinalIgnoreCase);
        return head < 0
            ? "<!doctype html>" + Base + html
            : html.Insert(head + "<head>".Length, Base);
    }

    private static IResult Missing(HttpContext context) =>
        LocalPage.Show(
            context,
            "No such mail",
            $"""<p>It may have been deleted. <a href="/mailbox">All mails</a></p>""",
            StatusCodes.Status404NotFound
        );
}
