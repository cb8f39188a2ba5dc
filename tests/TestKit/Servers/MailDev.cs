using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;

namespace ProgramReview.TestKit.Servers;

/// <summary>A mail server that keeps what it gets, and shows it over HTTP.</summary>
public sealed class MailDev : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("maildev-");
    private readonly HttpClient http = new();
    private NodeServer? server;

    public int SmtpPort { get; private set; }

    public void Require() => Needed.Or(server, "maildev");

    public async ValueTask InitializeAsync()
    {
        if (
            NodeServer.Find("tools/MailSink/node_modules/maildev/dist/bin/maildev.js")
            is not { } path
        )
        {
            return;
        }
        var ports = FreePort.Take(2);
        SmtpPort = ports[0];
        http.BaseAddress = new Uri($"http://127.0.0.1:{ports[1]}");
        server = await NodeServer.StartAsync(
            ports,
            [
                path,
                "--ip",
                "127.0.0.1",
                "--web-ip",
                "127.0.0.1",
                "--silent",
                "--mail-directory",
                folder.FullName,
                "--smtp",
                ports[0].ToString(CultureInfo.InvariantCulture),
                "--web",
                ports[1].ToString(CultureInfo.InvariantCulture),
            ]
        );
    }

    /// <summary>All mails, as they arrived.</summary>
    public async Task<IEnumerable<JsonElement>> AllAsync()
    {
        var all = await http.GetFromJsonAsync<JsonElement>(
            "/api/email",
            TestContext.Current.CancellationToken
        );
        return all.EnumerateArray();
    }

    /// <summary>All mails to an address, as they arrived.</summary>
    public async Task<List<JsonElement>> ToAsync(string address) =>
        [
            .. (await AllAsync()).Where(mail =>
                mail.GetProperty("to")[0].GetProperty("address").GetString() == address
            ),
        ];

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        if (server is not null)
        {
            await server.DisposeAsync();
        }
        folder.Delete(recursive: true);
    }
}
