-- Sends the bodies of the file BODIES in turn, one a line, and prints the outcome as JSON.
local requests, next = {}, 0
function init(args)
  for body in io.lines(os.getenv("BODIES")) do
    requests[#requests + 1] = wrk.format("POST", nil, { ["content-type"] = "application/json" }, body)
  end
end
function request()
  next = next % #requests + 1
  return requests[next]
end
function done(summary, latency, all)
  local errors = summary.errors
  print(string.format('RESULT {"requests":%d,"seconds":%.4f,"p50":%.3f,"p99":%.3f,"errors":%d}', summary.requests, summary.duration / 1e6,
    latency:percentile(50) / 1e3, latency:percentile(99) / 1e3, errors.status + errors.read + errors.write + errors.timeout + errors.connect))
end
