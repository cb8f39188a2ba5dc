using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;
using ProgramReview.EndToEnd.Tests.Running;

namespace ProgramReview.EndToEnd.Tests;

/// <summary>Requests that nobody means well with.</summary>
public sealed partial class HostileTests(Product product)
{
    private const int Mebibyte = 1024 * 1024;

    [Fact]
    public async Task Whatever_is_sent_no_answer_tells_about_the_inside()
    {
        var cycle = await Cycle.StartAsync(product, new TrialPlan("hostile", 600, 700));
        var link = (await cycle.RequestAsync("north")).Link;
        var token = link.Segments[^1];

        await ExpectAsync(
            [413, 422],
            HttpMethod.Post,
            link.PathAndQuery,
            () => Form(11 * Mebibyte)
        );
        // A body without a length is read to its end, however much too large it is; its sender gets the page with the reason and a receipt.
        await ExpectAsync(
            [413, 422],
            HttpMethod.Post,
            link.PathAndQuery,
            () => Form(11 * Mebibyte, isChunked: true)
        );
        // Larger than what a server takes by itself.
        await ExpectAsync(
            [413, 422],
            HttpMethod.Post,
            link.PathAndQuery,
            () => Form(31 * Mebibyte)
        );
        await ExpectAsync(
            [413],
            HttpMethod.Post,
            "api/cycles",
            () => Form(8 * Mebibyte),
            product.Operator
        );
        await ExpectAsync(
            [413],
            HttpMethod.Post,
            $"api/cycles/{cycle.Plan.Id}/assignments/{cycle.Plan.Id}.north.unit-report/commands/record",
            () => Form(12 * Mebibyte),
            product.Operator
        );
        await ExpectAsync(
            [400, 422],
            HttpMethod.Post,
            link.PathAndQuery,
            () => Body("multipart/form-data; boundary=x", "no parts")
        );
        await ExpectAsync(
            [400, 422],
            HttpMethod.Post,
            link.PathAndQuery,
            () => Body("multipart/form-data", "--x--")
        );
        await ExpectAsync(
            [400, 415, 422],
            HttpMethod.Post,
            link.PathAndQuery,
            () => Body("text/plain", "hello")
        );
        await ExpectAsync([400, 415, 422], HttpMethod.Post, link.PathAndQuery, null);
        string[] steps = ["permission", "received"];
        foreach (var step in steps)
        {
            var path = $"{link.AbsolutePath}/{step}";
            await ExpectAsync([400], HttpMethod.Post, path, () => Body("application/json", "{"));
            await ExpectAsync([400], HttpMethod.Post, path, () => Body("application/json", "[1]"));
            await ExpectAsync(
                [400],
                HttpMethod.Post,
                path,
                () => Body("application/json", """{"size":"x"}""")
            );
            await ExpectAsync([400, 415], HttpMethod.Post, path, () => Body("text/plain", "{}"));
            await ExpectAsync(
                [404],
                HttpMethod.Post,
                $"u/unknown/{step}",
                () => Body("application/json", "{}")
            );
        }
        await ExpectAsync(
            [400],
            HttpMethod.Post,
            $"{link.AbsolutePath}/received",
            () => Body("application/json", """{"blobName":"../../x"}""")
        );
        await ExpectAsync(
            [201, 400],
            HttpMethod.Post,
            $"{link.AbsolutePath}/permission",
            () => Body("application/json", """{"fileName":"\u0000\uD800../..\\x","size":-1}""")
        );
        await ExpectAsync(
            [400],
            HttpMethod.Post,
            "api/cycles",
            () => Body("application/json", "{"),
            product.Operator
        );
        await ExpectAsync(
            // A browser is led back to its form, which says what is wrong.
            [303, 400],
            HttpMethod.Post,
            "api/cycles",
            () => Body("application/json", """{"planText":"a: [\u0001","reason":"a trial"}"""),
            product.Operator
        );
        await ExpectAsync(
            [400],
            HttpMethod.Post,
            "api/cycles",
            () => Body("application/json", """{"planText":"a","reason":"\uD800"}"""),
            product.Operator
        );
        await ExpectAsync([303], HttpMethod.Post, "language", () => Body("text/plain", "lang=hi"));
        await ExpectAsync([303], HttpMethod.Post, "links", () => Body("text/plain", "email=a"));
        await ExpectAsync(
            [400],
            HttpMethod.Post,
            "api/cycles",
            () => Body("application/yaml", "a: 1"),
            product.Operator
        );
        await ExpectAsync([400], HttpMethod.Post, "api/cycles", null, product.Operator);
        await ExpectAsync(
            [400],
            HttpMethod.Post,
            "api/cycles",
            () => Body("multipart/form-data; boundary=x", "no parts"),
            product.Operator
        );
        await ExpectAsync(
            [400],
            HttpMethod.Post,
            $"api/cycles/{cycle.Plan.Id}/commands/next-step",
            () => Body("multipart/form-data; boundary=x", "no parts"),
            product.Operator
        );
        string[] paths =
        [
            $"u/{new string('a', 6000)}",
            "u/%00",
            "u/%2e%2e%2f%2e%2e%2fhost.json",
            "a/..%5c..%5chost.json",
            $"u/{token}/material/..%2f..%2fx",
            $"u/{token}/material/x",
            $"u/{token}/nothing",
            "d/no-such-cycle",
            "d/%2e%2e/files/x",
            $"d/{cycle.Plan.Id}",
            $"d/{cycle.Plan.Id}/files/x",
            "assets/..%2f..%2fhost.json",
            "status/%27%22%3E",
            "no/such/page",
        ];
        foreach (var path in paths)
        {
            await ExpectAsync([400, 404], HttpMethod.Get, path, null, product.Operator);
        }
        foreach (var method in new[] { "PUT", "DELETE", "PATCH", "TRACE", "NONSENSE" })
        {
            await ExpectAsync([404, 405, 501], new HttpMethod(method), link.PathAndQuery, null);
        }

        // After all that nothing has been received, and what was refused is listed with its receipts.
        using var page = await product.Http.GetAsync(link);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        var text = await page.Content.ReadAsStringAsync();
        Assert.Contains("Nothing has been received yet.", text);
        Assert.Contains("id=\"refused-report\"", text);
    }

    [Fact]
    public async Task Operators_commands_are_refused_when_another_site_sends_them()
    {
        var plan = new TrialPlan("crossed", 600, 700);
        using var request = new HttpRequestMessage(HttpMethod.Post, "api/cycles")
        {
            Content = plan.ToContent(),
            Headers = { { "Origin", "http://evil.example" } },
        };

        using var answer = await product.Operator.SendAsync(request);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        using var status = await product.Operator.GetAsync($"status/{plan.Id}");
        Assert.Equal(HttpStatusCode.NotFound, status.StatusCode);
    }

    private async Task ExpectAsync(
        int[] statuses,
        HttpMethod method,
        string path,
        Func<HttpContent>? content,
        HttpClient? from = null
    )
    {
        foreach (var accept in new[] { "text/html", "application/json" })
        {
            using var request = new HttpRequestMessage(method, path)
            {
                Content = content?.Invoke(),
            };
            request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(accept));
            request.Headers.ExpectContinue = content is not null;
            var what = $"{method} {path[..Math.Min(80, path.Length)]} for {accept}";
            using var answer = await (from ?? product.Http).SendAsync(request);
            Assert.True(
                statuses.Contains((int)answer.StatusCode),
                $"{what} was answered with {(int)answer.StatusCode}."
            );
            await CheckAsync(what, answer);
        }
    }

    private static async Task CheckAsync(string what, HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.False(Inside().IsMatch(text), $"{what} tells about the inside: {text}");
        if (answer.Content.Headers.ContentType?.MediaType != "text/html")
        {
            return;
        }
        string Header(string name) =>
            answer.Headers.TryGetValues(name, out var values) ? string.Join(',', values) : "";
        Assert.Contains("default-src 'none'", Header("Content-Security-Policy"));
        Assert.Contains("frame-ancestors 'none'", Header("Content-Security-Policy"));
        Assert.Equal("no-referrer", Header("Referrer-Policy"));
        Assert.Equal("nosniff", Header("X-Content-Type-Options"));
    }

    private static StringContent Body(string type, string text)
    {
        var content = new StringContent(text, Encoding.UTF8);
        content.Headers.Remove("Content-Type");
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        return content;
    }

    private static MultipartFormDataContent Form(int size, bool isChunked = false)
    {
        var file = isChunked
            ? (HttpContent)new Endless(size)
            : new ByteArrayContent(new byte[size]);
        return new MultipartFormDataContent { { file, "file", "big.pdf" } };
    }

    /// <summary>A body of a length that nobody announces.</summary>
    private sealed class Endless(int size) : HttpContent
    {
        protected override async Task SerializeToStreamAsync(
            Stream stream,
            TransportContext? context
        )
        {
            var piece = new byte[64 * 1024];
            for (var sent = 0; sent < size; sent += piece.Length)
            {
                await stream.WriteAsync(piece);
            }
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }

    [GeneratedRegex(
        @"^\s+at [\w.<>]+\(|\w+Exception\b|\.cs:line|StackTrace",
        RegexOptions.Multiline
    )]
    private static partial Regex Inside();
}
