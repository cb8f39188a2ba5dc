using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using ProgramReview.Core.Planning;

namespace ProgramReview.Local.Host.Pages;

/// <summary>Puts the clock bar at the end of the pages that a person looks at; programs get the exact bytes.</summary>
internal sealed class BarMiddleware(Func<HttpRequest, Language, Markup> bar)
{
    /// <summary>The middleware.</summary>
    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        if (!WantsPage(context.Request))
        {
            await next(context);
            return;
        }

        var inner = context.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        await using var stream = new PageStream(context.Response, inner.Stream);
        var body = new StreamResponseBodyFeature(stream, inner);
        context.Features.Set<IHttpResponseBodyFeature>(body);
        try
        {
            await next(context);
            await body.CompleteAsync();
        }
        finally
        {
            context.Features.Set(inner);
        }

        if (stream.Page is { } page)
        {
            var bytes = Encoding.UTF8.GetBytes(
                WithBar(page, bar(context.Request, LanguageOf(page)))
            );
            context.Response.ContentLength = bytes.Length;
            await inner.Stream.WriteAsync(bytes, context.RequestAborted);
        }
    }

    /// <summary>Whether a person looks at what comes.</summary>
    public static bool WantsPage(HttpRequest request) =>
        !HttpMethods.IsHead(request.Method)
        && request
            .Headers.Accept.ToString()
            .Contains("text/html", StringComparison.OrdinalIgnoreCase)
        && request.Headers["Sec-Fetch-Dest"].ToString() is "" or "document";

    // The bar speaks as the page does, which knows its reader.
    private static Language LanguageOf(string page) =>
        Enum.GetValues<Language>()
            .FirstOrDefault(language =>
                page.Contains(
                    $"<html lang=\"{LanguageTags.TagOf(language)}\"",
                    StringComparison.Ordinal
                )
            );

    private static string WithBar(string page, Markup bar)
    {
        var end = page.LastIndexOf("</body>", StringComparison.OrdinalIgnoreCase);
        return end < 0 ? page : page.Insert(end, bar.ToString());
    }

    /// <summary>Holds a page back and lets everything else through.</summary>
    private sealed class PageStream(HttpResponse response, Stream inner) : Stream
    {
        private MemoryStream? held;
        private bool decided;

        public string? Page =>
            held is null
                ? null
                : Encoding.UTF8.GetString(held.GetBuffer().AsSpan(0, (int)held.Length));

        public override bool CanRead => false;
        public override bool CanSeek => false;
        public override bool CanWrite => true;
        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override ValueTask WriteAsync(
            ReadOnlyMemory<byte> buffer,
            CancellationToken cancellationToken = default
        ) => Target().WriteAsync(buffer, cancellationToken);

        public override Task WriteAsync(
            byte[] buffer,
            int offset,
            int count,
            CancellationToken cancellationToken
        ) => WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override void Write(byte[] buffer, int offset, int count) =>
            Target().Write(buffer, offset, count);

        public override Task FlushAsync(CancellationToken cancellationToken) =>
            held is null && decided ? inner.FlushAsync(cancellationToken) : Task.CompletedTask;

        public override void Flush()
        {
            if (held is null && decided)
            {
                inner.Flush();
            }
        }

        public override int Read(byte[] buffer, int offset, int count) =>
            throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) =>
            throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        private Stream Target()
        {
            if (!decided)
            {
                decided = true;
                held = IsPage() ? new MemoryStream() : null;
            }

            return held ?? inner;
        }

        private bool IsPage() =>
            !response.HasStarted
            && response.ContentType?.StartsWith("text/html", StringComparison.OrdinalIgnoreCase)
                == true
            && response.Headers.ContentEncoding.Count == 0
            && !response
                .Headers.ContentDisposition.ToString()
                .StartsWith("attachment", StringComparison.OrdinalIgnoreCase);
    }
}
