using System.Net.Http.Headers;
using ProgramReview.EndToEnd.Tests.Running;

[assembly: AssemblyFixture(typeof(Product))]

namespace ProgramReview.EndToEnd.Tests.Running;

/// <summary>The one product that nearly all tests share: started here, or running wherever the settings say.</summary>
public sealed class Product : IAsyncLifetime
{
    private readonly List<IDisposable> owned = [];
    private LocalProgram? program;
    private DirectoryInfo? data;

    /// <summary>Where it answers.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>Calls by anybody; follows no redirect.</summary>
    public HttpClient Http { get; private set; } = null!;

    /// <summary>Calls by operations.</summary>
    public HttpClient Operator { get; private set; } = null!;

    /// <summary>What it has mailed.</summary>
    internal Mailbox Mails { get; private set; } = null!;

    /// <summary>Whether it is the local host with its mailbox and clock pages.</summary>
    public bool IsLocal => program is not null;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        if (Settings.Address is { } elsewhere)
        {
            Open(
                elsewhere,
                Settings.Mail
                    ?? throw new InvalidOperationException(
                        "REVIEW_BASE_URL needs REVIEW_MAIL_URL beside it."
                    )
            );
            return;
        }
        data = Directory.CreateTempSubdirectory("review-e2e-");
        program = await LocalProgram.StartAsync(
            "product",
            data.FullName,
            FreePort.Take(),
            "--fresh"
        );
        Open(program.Address, new Uri(program.Address, "mailbox/api/email"));
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        owned.ForEach(part => part.Dispose());
        if (program is not null)
        {
            await using (program)
            {
                await program.StopAsync();
            }
            Logs.Keep(data!, "product");
            data!.Delete(recursive: true);
        }
    }

    /// <summary>A product that a test has started for itself.</summary>
    internal static Product At(LocalProgram program)
    {
        var product = new Product();
        product.Open(program.Address, new Uri(program.Address, "mailbox/api/email"));
        return product;
    }

    private void Open(Uri address, Uri mails)
    {
        Address = address;
        Http = Client();
        Operator = Client();
        if (Settings.OperatorToken is { } token)
        {
            Operator.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
                "Bearer",
                token
            );
        }
        Mails = new Mailbox(Http, mails);
        owned.Add(Mails);
    }

    private HttpClient Client()
    {
        var client = new HttpClient(
            new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }
        )
        {
            BaseAddress = Address,
            Timeout = Timeout.InfiniteTimeSpan,
        };
        owned.Add(client);
        return client;
    }
}
