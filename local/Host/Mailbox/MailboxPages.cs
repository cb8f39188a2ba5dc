using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;
using ProgramReview.Local.Host.Pages;

namespace ProgramReview.Local.Host.Mailbox;

/// <summary>The mailbox for people: whom mails went to, a person's mails, a mail, and its HTML in a frame where nothing of it can run.</summary>
internal sealed class MailboxPages(MailStore store, Func<DateTimeOffset, Language, string> shown)
{
    private const int PageSize = 50;

    /// <summary>Nothing in a mail may run or fetch; the page around it may measure it, and its links leave the frame when a person presses them.</summary>
    private const string MailPolicy =
        "sandbox allow-same-origin allow-top-navigation-by-user-activation; default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'self'; frame-ancestors 'self'";

    /// <summary>Adds the pages under /mailbox.</summary>
    public void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints
            .MapGet(
                "/mailbox",
                (HttpContext context) =>
                    context.Request.Query["to"].ToString() is { Length: > 0 } address
                        ? ShowMails(context, address)
                        : ShowAddressees(context)
            )
            .WithOrder(-1);
        endpoints
            .MapGet(
                "/mailbox/{id}",
                (HttpContext context, string id) =>
                    store.Find(id) is { } mail ? Show(context, mail) : Missing(context)
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

    private IResult ShowAddressees(HttpContext context)
    {
        var language = LocalPage.LanguageOf(context.Request);
        var wanted = context.Request.Query["q"].ToString();
        var all = store.Addressees();
        if (all.Count == 0)
        {
            return LocalPage.Show(
                context,
                LocalText.Mailbox.In(language),
                $"<p>{LocalText.NoMail.In(language)} {LocalText.Stays.In(language)}</p>"
            );
        }
        var words = SearchText.WordsOf(wanted);
        var found = all.Where(one => one.Holds(words))
            .OrderByDescending(one => one.Latest.Date)
            .ThenBy(one => one.To.Address, StringComparer.Ordinal)
            .ToList();
        var page = Leaf.Of(context.Request, found, PageSize);
        return LocalPage.Show(
            context,
            LocalText.Mailbox.In(language),
            $"""
            <p>{LocalText.Stays.In(language)}</p>
            {SearchForm(language, wanted)}
            <p>{LocalText.People.In(language)}: {found.Count} · {LocalText.Mails.In(
                language
            )}: {found.Sum(one => one.Mails.Count)}</p>
            {(found.Count == 0 ? NothingFound(language) : (Markup)$"")}
            <ul class="mails">{Markup.Join(page.Items.Select(one => Row(one, language)))}</ul>
            {page.Links(language)}
            """
        );
    }

    private IResult ShowMails(HttpContext context, string address)
    {
        var language = LocalPage.LanguageOf(context.Request);
        if (store.AddresseeAt(address) is not { } addressee)
        {
            return LocalPage.Show(
                context,
                LocalText.Mailbox.In(language),
                $"""
                <p>{LocalText.NoMailTo.In(language)} {address}</p>
                <p><a href="/mailbox">{LocalText.AllMails.In(language)}</a></p>
                """
            );
        }
        var page = Leaf.Of(context.Request, addressee.Mails.Reverse(), PageSize);
        return LocalPage.Show(
            context,
            addressee.To.ToString(),
            $"""
            <p>{LocalText.Mails.In(language)}: {addressee.Mails.Count}</p>
            <ul class="mails">{Markup.Join(page.Items.Select(mail => Row(mail, language)))}</ul>
            {page.Links(language)}
            <p><a href="/mailbox">{LocalText.AllMails.In(language)}</a></p>
            """
        );
    }

    private static Markup SearchForm(Language language, string wanted) =>
        $"""
            <form class="search" method="get" action="/mailbox" role="search">
            <label for="q">{LocalText.SearchFor.In(language)}</label>
            <span><input id="q" name="q" type="search" value="{wanted}"> <button>{LocalText.Search.In(
                language
            )}</button></span>
            </form>
            """;

    private static Markup NothingFound(Language language) =>
        $"""<p>{LocalText.NothingFound.In(language)} <a href="/mailbox">{LocalText.Everything.In(language)}</a></p>""";

    private Markup Row(Addressee one, Language language) =>
        $"""
            <li><a href="/mailbox?to={Uri.EscapeDataString(
                one.To.Address
            )}"><span class="to">{one.To.Name} <small>{one.To.Address}</small></span>
            <span class="subject">{one.Latest.Subject}</span>
            <span class="when">{LocalText.Mails.In(language)}: {one.Mails.Count} · {Time(
                one.Latest,
                language
            )}</span></a></li>
            """;

    private Markup Row(StoredMail mail, Language language) =>
        $"""
            <li><a href="/mailbox/{Uri.EscapeDataString(
                mail.Id
            )}"><span class="subject">{mail.Subject}</span>
            <span class="when">{Time(mail, language)}</span></a></li>
            """;

    private Markup Time(StoredMail mail, Language language) =>
        $"""<time datetime="{mail.Date.ToString("O", CultureInfo.InvariantCulture)}">{shown(
            mail.Date,
            language
        )}</time>""";

    private static Markup Files(StoredMail mail, Language language) =>
        mail.Files is { Count: > 0 } files
            ? (Markup)
                $"<p>{LocalText.Attached.In(language)}: {Markup.Join(files.Select((file, at) => (Markup)$"""<a href="/mailbox/{Uri.EscapeDataString(mail.Id)}/files/{at}" download>{file.Name}</a> """))}</p>"
            : (Markup)$"";

    private IResult Show(HttpContext context, StoredMail mail)
    {
        var language = LocalPage.LanguageOf(context.Request);
        var frame = $"/mailbox/{Uri.EscapeDataString(mail.Id)}/html";
        return LocalPage.Show(
            context,
            mail.Subject,
            $"""
            <dl class="mail">
            <dt>{LocalText.To.In(language)}</dt><dd>{mail.To.ToString()}</dd>
            <dt>{LocalText.From.In(language)}</dt><dd>{mail.From.ToString()}</dd>
            <dt>{LocalText.Sent.In(language)}</dt><dd>{Time(mail, language)}</dd>
            </dl>
            <iframe class="mail" title="{LocalText.TheMail.In(
                language
            )}" sandbox="allow-same-origin allow-top-navigation-by-user-activation" src="{frame}"></iframe>
            <script src="/local/mailbox.js"></script>
            {Files(mail, language)}
            <details><summary>{LocalText.PlainText.In(
                language
            )}</summary><pre>{mail.Text}</pre></details>
            <p><a href="/mailbox">{LocalText.AllMails.In(
                language
            )}</a> · <a href="/mailbox?to={Uri.EscapeDataString(
                mail.To.Address
            )}">{LocalText.AllMailsTo.In(language)} {mail.To.Address}</a></p>
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

    private static IResult Missing(HttpContext context)
    {
        var language = LocalPage.LanguageOf(context.Request);
        return LocalPage.Show(
            context,
            LocalText.NoSuchMail.In(language),
            $"""<p>{LocalText.MayBeDeleted.In(language)} <a href="/mailbox">{LocalText.AllMails.In(language)}</a></p>""",
            StatusCodes.Status404NotFound
        );
    }
}
