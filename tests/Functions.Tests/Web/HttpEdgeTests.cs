using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.AspNetCore.Http;
using ProgramReview.Functions.Operations;
using ProgramReview.Functions.Web.Pages;
using Xunit;

namespace ProgramReview.Functions.Tests.Web;

public sealed class HttpEdgeTests
{
    private const int Mebibyte = 1024 * 1024;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(12, true)]
    [InlineData(12, false)]
    [InlineData(40, true)]
    [InlineData(40, false)]
    public async Task A_body_over_the_limit_is_read_to_the_end_and_answered_with_413(
        int mebibytes,
        bool hasLength
    )
    {
        await using var edge = await Edge.StartAsync(ReadFormAsync);
        using var sent = new Counted(mebibytes * Mebibyte, hasLength);

        using var response = await edge.Http.PostAsync(
            new Uri("/", UriKind.Relative),
            sent,
            Cancellation
        );

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal(sent.Size, sent.Sent);
    }

    [Fact]
    public async Task A_refusal_that_never_looks_at_the_body_reaches_its_sender()
    {
        await using var edge = await Edge.StartAsync(_ =>
            Task.FromResult(Problems.Of(404, "not-found"))
        );
        using var sent = new Counted(40 * Mebibyte, hasLength: true);

        using var response = await edge.Http.PostAsync(
            new Uri("/", UriKind.Relative),
            sent,
            Cancellation
        );

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal(sent.Size, sent.Sent);
    }

    [Theory]
    [InlineData("application/json; charset=nonsense", "{}", 200)]
    [InlineData("application/json; charset=utf-16", "{}", 200)]
    [InlineData("application/json", "{", 400)]
    [InlineData("application/x-www-form-urlencoded; charset=nonsense", "a=b", 200)]
    [InlineData("application/x-www-form-urlencoded; charset=utf-7", "a=b", 400)]
    [InlineData("multipart/form-data; boundary=x; charset=nonsense", "--x--\r\n", 200)]
    [InlineData(
        "multipart/form-data; boundary=x",
        "--x\r\nContent-Disposition: form-data; name=a\r\nContent-Type: text/plain; charset=nonsense\r\n\r\nb\r\n--x--\r\n",
        200
    )]
    [InlineData("nonsense; charset=nonsense", "a", 400)]
    public async Task A_charset_that_nobody_knows_is_no_fault_of_ours(
        string type,
        string body,
        int status
    )
    {
        await using var edge = await Edge.StartAsync(async request =>
            await FormBody.ReadAsync(request, Cancellation) is not null
            || await JsonBody.ReadAsync<Sent>(request, Cancellation) is not null
                ? Results.Ok()
                : Problems.Of(400, "bad-request")
        );
        using var sent = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        sent.Headers.TryAddWithoutValidation("Content-Type", type);

        using var response = await edge.Http.PostAsync(
            new Uri("/", UriKind.Relative),
            sent,
            Cancellation
        );

        Assert.Equal(status, (int)response.StatusCode);
    }

    [Theory]
    [InlineData("""{"a":"\uD800"}""", true)]
    [InlineData("""{"a":"x\uDC00\uD800y"}""", true)]
    [InlineData("""{"\uD800":"a"}""", true)]
    [InlineData("""{"a":"\uD83D\uDE00"}""", false)]
    public async Task Half_a_character_is_no_text_whoever_reads_it(string body, bool isRefused)
    {
        await using var fields = await Edge.StartAsync(async request =>
            await PostedFields.ReadAsync(request, ["a"], null, null, Cancellation) is null
                ? Problems.Of(400, "bad-request")
                : Results.Ok()
        );
        await using var record = await Edge.StartAsync(async request =>
            await JsonBody.ReadAsync<Sent>(request, Cancellation) is null
                ? Problems.Of(400, "bad-request")
                : Results.Ok()
        );

        foreach (var edge in new[] { fields, record })
        {
            using var sent = new StringContent(body, Encoding.UTF8, "application/json");
            using var response = await edge.Http.PostAsync(
                new Uri("/", UriKind.Relative),
                sent,
                Cancellation
            );
            Assert.Equal(isRefused ? 400 : 200, (int)response.StatusCode);
        }
    }

    public static TheoryData<string> Answers => [.. Kinds.Keys];

    private static readonly Dictionary<string, Func<IResult>> Kinds = new()
    {
        ["problem"] = () => Problems.Of(404, "not-found"),
        ["csv"] = () => Results.File([1], Csv.ContentType, "status.csv"),
        ["json"] = () => Results.Json(new { a = 1 }),
        ["stream"] = () => Results.Stream(new MemoryStream([1]), "application/json"),
        ["nothing"] = () => Results.NotFound(),
        ["elsewhere"] = () => new SeeOther("/there"),
        ["page"] = () => new PageResult("<p>"),
        ["failure"] = () => throw new InvalidOperationException(),
    };

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task Every_answer_bears_the_safe_headers(string kind)
    {
        await using var edge = await Edge.StartAsync(async _ =>
        {
            await Task.Yield();
            return Kinds[kind]();
        });

        using var response = await edge.Http.GetAsync(new Uri("/", UriKind.Relative), Cancellation);

        string Header(string name) => string.Join(",", response.Headers.GetValues(name));
        Assert.Equal("nosniff", Header("X-Content-Type-Options"));
        Assert.Equal("no-store", Header("Cache-Control"));
        Assert.Equal("no-referrer", Header("Referrer-Policy"));
        Assert.Equal("noindex, nofollow", Header("X-Robots-Tag"));
        Assert.StartsWith(
            "default-src 'none'",
            Header("Content-Security-Policy"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task What_may_be_kept_says_so_itself()
    {
        await using var edge = await Edge.StartAsync(_ =>
            Task.FromResult<IResult>(new PageResult("<p>", IsPublic: true))
        );

        using var response = await edge.Http.GetAsync(new Uri("/", UriKind.Relative), Cancellation);

        Assert.Equal("no-cache", response.Headers.CacheControl!.ToString());
        Assert.False(response.Headers.Contains("X-Robots-Tag"));
    }

    private static async Task<IResult> ReadFormAsync(HttpRequest request) =>
        await FormBody.ReadAsync(request, 10 * Mebibyte, Cancellation) is null
            ? Problems.Of(400, "bad-request")
            : Results.Ok();

    private sealed record Sent(string? A);

    /// <summary>A form with one file that counts what was taken of it.</summary>
    private sealed class Counted : HttpContent
    {
        private readonly bool hasLength;

        public Counted(int size, bool hasLength)
        {
            (Size, this.hasLength) = (size, hasLength);
            Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=x");
        }

        public int Size { get; }

        public int Sent { get; private set; }

        protected override async Task SerializeToStreamAsync(
            Stream stream,
            TransportContext? context
        )
        {
            var head = Encoding.ASCII.GetBytes(
                "--x\r\nContent-Disposition: form-data; name=file; filename=a.pdf\r\n\r\n"
            );
            var piece = new byte[Mebibyte];
            head.CopyTo(piece, 0);
            for (; Sent < Size; Sent += piece.Length)
            {
                await stream.WriteAsync(piece);
                Array.Clear(piece);
            }
        }

        protected override bool TryComputeLength(out long length)
        {
            length = Size;
            return hasLength;
        }
    }
}
