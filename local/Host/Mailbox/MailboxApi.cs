using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace ProgramReview.Local.Host.Mailbox;

/// <summary>The mailbox for programs, in the shape that maildev made common.</summary>
internal static class MailboxApi
{
    /// <summary>Adds the addresses under /mailbox/api.</summary>
    public static void Map(IEndpointRouteBuilder endpoints, MailStore store)
    {
        endpoints
            .MapGet("/mailbox/api/email", () => Results.Json(store.List().Select(Item.Of)))
            .WithOrder(-1);
        endpoints
            .MapGet(
                "/mailbox/api/email/{id}",
                (string id) =>
                    store.Find(id) is { } mail ? Results.Json(Item.Of(mail)) : Results.NotFound()
            )
            .WithOrder(-1);
        endpoints
            .MapDelete(
                "/mailbox/api/email/all",
                () =>
                {
                    store.Clear();
                    return Results.Json(true);
                }
            )
            .WithOrder(-1);
    }

    private sealed record Item(
        string Id,
        IReadOnlyList<MailAddress> From,
        IReadOnlyList<MailAddress> To,
        string Subject,
        string Text,
        string Html,
        DateTimeOffset Date,
        IReadOnlyDictionary<string, string> Headers
    )
    {
        public static Item Of(StoredMail mail) =>
            new(
                mail.Id,
                [mail.From],
                [mail.To],
                mail.Subject,
                mail.Text,
                mail.Html,
                mail.Date,
                mail.Headers
            );
    }
}
