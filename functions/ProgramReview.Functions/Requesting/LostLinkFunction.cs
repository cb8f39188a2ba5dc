using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using ProgramReview.Functions.Web.Access;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Requesting;

/// <summary>
/// Takes the first page's request for a fresh link in place of a lost letter; the answer is the same whatever the address was and whatever
/// came of it, and the link goes to the registered address only.
/// </summary>
internal sealed partial class LostLinkFunction(FreshLinks fresh, ILogger<LostLinkFunction> logger)
{
    /// <summary>The field in which somebody types the address that letters came to.</summary>
    public const string AddressField = "email";

    /// <summary>The query of the first page that says that a link was asked for.</summary>
    public const string Asked = "asked";

    /// <summary>Sends what may be sent, and leads back to the first page.</summary>
    [Function(nameof(LostLinkFunction)), OpenTo(Audience.Everybody)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "links")] HttpRequest request,
        CancellationToken cancellation
    )
    {
        var form = await FormBody.ReadAsync(request, cancellation);
        if (form?[AddressField].ToString().Trim() is { Length: > 0 } address)
        {
            try
            {
                await fresh.SendToAsync(address, cancellation);
            }
            catch (AggregateException unsent)
            {
                // They wait in the outbox. An error shown here would tell that the address is registered.
                Log.Unsent(logger, unsent);
            }
        }
        return new SeeOther($"/?{Asked}=1");
    }

    private static partial class Log
    {
        [LoggerMessage(
            1,
            LogLevel.Warning,
            "Fresh links that were asked for could not be sent yet"
        )]
        public static partial void Unsent(ILogger logger, Exception unsent);
    }
}
